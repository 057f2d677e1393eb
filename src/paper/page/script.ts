import * as client from "./client.js";
import * as search from "./search.js";

const functions = [...Object.values(client), ...Object.values(search)].map(String).join("\n");

/**
 * The script of the reading page: the functions of `client.js` and `search.js` as they are written there, one after the
 * other, and the calls that begin. They know one another by name and nothing else, whatever a bundler renames them to;
 * those of one file do not call those of the other.
 */
export const script = `"use strict";\n${functions}\n${search.listenToSearch.name}(${client.begin.name}(document));`;
