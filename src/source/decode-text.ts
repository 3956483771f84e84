/**
 * A file's bytes as text, or null where they are not UTF-8: such a file could not be written back to the byte.
 * A byte order mark stays in the text for the same reason.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
