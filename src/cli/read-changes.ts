import { readFile } from "node:fs/promises";
import type { Change } from "../change/change.js";
import { readChangeFile } from "../change/json/read-change-file.js";
import { UsageError } from "./usage-error.js";

/** The changes of `--file FILE`, or of the input for `--file -`. */
export async function readChanges(path: string, input: AsyncIterable<unknown>): Promise<readonly Change[]> {
  const read = readChangeFile(path === "-" ? await textOf(input) : await textIn(path));
  if (read.ok) return read.changes;
  const name = path === "-" ? "What is piped in" : path;
  throw new UsageError(`${name} is not a file of changes:\n  ${read.problems.join("\n  ")}`);
}

async function textIn(path: string): Promise<string> {
  return await readFile(path, "utf8").catch((cause: unknown) => {
    throw new UsageError(`The file of changes ${path} cannot be read`, { cause });
  });
}

async function textOf(input: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  return Buffer.concat(chunks).toString("utf8");
}
