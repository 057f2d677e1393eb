import * as client from "./client.js";

/**
 * The script of the reading page: the functions of `client.js` as they are written there, one after the other, and
 * the call that begins. They know one another by name and nothing else, whatever a bundler renames them to.
 */
export const script = `"use strict";\n${Object.values(client).map(String).join("\n")}\n${client.begin.name}(document);`;
