import { createHash } from "node:crypto";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML shows it, in an element or between quotes; control characters taken out. */
export const escaped = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "").replace(/[&<>"']/g, (char) => ENTITIES[char]!);

/** JSON that may stand in a script element: nothing in it can end the element or open a comment. */
export const embedded = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Names one inline script or style in a Content-Security-Policy, by its SHA-256. */
export const allowed = (content: string): string => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
