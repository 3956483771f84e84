import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";

const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Gives each wanted file of a gzipped tarball, without the folder that GitHub puts around it. What the archive says
 * is not believed: the caller compares every content with the SHA that the git tree names.
 */
export async function readTarball(
  archive: unknown,
  wanted: (path: string) => boolean,
  take: (path: string, content: Buffer) => Promise<void>,
): Promise<void> {
  const unpack = extract();
  const reading = pipeline(streamOf(archive), createGunzip(), unpack);
  reading.catch(() => undefined);
  let total = 0;
  for await (const entry of unpack) {
    const path = entry.header.name.slice(entry.header.name.indexOf("/") + 1);
    const keep = entry.header.type === "file" && wanted(path);
    const chunks: Buffer[] = [];
    for await (const chunk of entry as AsyncIterable<Buffer>) {
      total += chunk.length;
      if (total > MAX_BYTES) throw new Error(`the tarball unpacks to more than ${MAX_BYTES} bytes`);
      if (keep) chunks.push(chunk);
    }
    if (keep) await take(path, Buffer.concat(chunks));
  }
  await reading;
}

function streamOf(archive: unknown): Readable {
  if (archive instanceof ReadableStream)
    return Readable.fromWeb(archive as Parameters<typeof Readable.fromWeb>[0]);
  if (archive instanceof ArrayBuffer) return Readable.from([Buffer.from(archive)]);
  if (archive instanceof Uint8Array) return Readable.from([Buffer.from(archive)]);
  throw new Error("the tarball is no archive");
}
