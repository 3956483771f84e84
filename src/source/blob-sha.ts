import { createHash } from "node:crypto";

/** Git's blob SHA-1 of a content: what `git hash-object` prints. */
export function blobSha(content: string | Uint8Array): string {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
