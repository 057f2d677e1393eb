#!/usr/bin/env node
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// A clone has sources and may be older than they are; an installed package comes built.
if (existsSync(fileURLToPath(new URL("../src", import.meta.url)))) await import("../scripts/ready.js");
await import("../dist/main.js");
