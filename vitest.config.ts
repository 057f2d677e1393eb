import { defineConfig } from "vitest/config";
import { yamlForVite } from "./scripts/yaml.js";

export default defineConfig({
  plugins: [yamlForVite],
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    pool: "threads",
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
