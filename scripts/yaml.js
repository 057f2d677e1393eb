import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** For esbuild: a `.yaml` import is the parsed document. */
export const yamlForEsbuild = {
  name: "yaml",
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: JSON.stringify(parse(await readFile(path, "utf8"))),
      loader: "json",
    }));
  },
};

/** For vitest: the same. */
export const yamlForVite = {
  name: "yaml",
  transform(code, id) {
    return id.endsWith(".yaml") ? { code: `export default ${JSON.stringify(parse(code))}`, map: null } : null;
  },
};
