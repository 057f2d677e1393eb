import { createHash } from "node:crypto";
import type { SourceDocument } from "#base/document";

/** A text that is already in memory, as the document that `compile` takes. Its SHA-256 is that of its UTF-8 bytes. */
export function documentOf(text: string, name = "text"): SourceDocument {
  const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
  return { name, mediaType: "text/plain", sha256, text, pages: null, diagnostics: [] };
}
