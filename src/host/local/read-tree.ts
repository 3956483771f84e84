import type { BackendFile } from "../../source/backend.js";
import { decodeText } from "../../source/decode-text.js";
import { isReadable } from "../../source/readable.js";
import { git } from "./git.js";

interface Entry {
  readonly mode: string;
  readonly sha: string;
  readonly path: string;
}

/** The files of a tree of the repository, with the text of those that the bot reads. */
export async function readTree(folder: string, tree: string): Promise<BackendFile[]> {
  const entries = await listTree(folder, tree);
  const wanted = entries.filter((entry) => entry.mode.startsWith("100") && isReadable(entry.path));
  const texts = await readBlobs(
    folder,
    wanted.map((entry) => entry.sha),
  );
  const readable = new Set(wanted);
  return entries.map((entry) => ({
    path: entry.path,
    sha: entry.sha,
    text: readable.has(entry) ? (texts.get(entry.sha) ?? null) : null,
  }));
}

async function listTree(folder: string, tree: string): Promise<Entry[]> {
  const listing = await git(folder, ["ls-tree", "-r", "-z", "--full-tree", tree]);
  return listing
    .toString()
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => {
      const tab = line.indexOf("\t");
      const [mode = "", , sha = ""] = line.slice(0, tab).split(" ");
      return { mode, sha, path: line.slice(tab + 1) };
    });
}

/** Text by blob SHA, from one git process for all of them. */
async function readBlobs(folder: string, shas: readonly string[]): Promise<Map<string, string | null>> {
  const output = await git(folder, ["cat-file", "--batch"], {
    input: shas.map((sha) => `${sha}\n`).join(""),
  });
  const texts = new Map<string, string | null>();
  let cursor = 0;
  while (cursor < output.length) {
    const end = output.indexOf(0x0a, cursor);
    const [sha = "", kind, size = "0"] = output.subarray(cursor, end).toString().split(" ");
    cursor = end + 1;
    // A blob that a partial clone lacks has no content line; its file stays without text.
    if (kind !== "blob") continue;
    texts.set(sha, decodeText(output.subarray(cursor, cursor + Number(size))));
    cursor += Number(size) + 1;
  }
  return texts;
}
