import { GitHubError } from "../../errors/github-error.js";
import type { Backend, BackendFile } from "../../source/backend.js";
import { blobSha } from "../../source/blob-sha.js";
import { decodeText } from "../../source/decode-text.js";
import { backendOf } from "../../source/make-backend.js";
import { isReadable } from "../../source/readable.js";
import type { BlobCache } from "./blob-cache.js";
import { forEachLimited } from "./for-each-limited.js";
import type { GitHubClient } from "./github-client.js";
import { readTarball } from "./read-tarball.js";
import { readTree, type TreeEntry } from "./read-tree.js";

/** Bigger files are kept by their SHA alone: nothing that the bot edits is anywhere near. */
const MAX_FILE = 8 * 1024 * 1024;
/** Up to so many absent blobs are cheaper one by one than a whole archive. */
const FEW = 12;

export interface Reading {
  readonly backend: Backend;
  readonly tree: string;
  readonly entries: readonly TreeEntry[];
}

/** The backend at a commit: the git tree names what there is, the cache, one tarball or single blobs give the contents. */
export async function readRepository(
  client: GitHubClient,
  commit: string,
  cache: BlobCache,
): Promise<Reading> {
  const { tree } = await client.call("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
    commit_sha: commit,
  });
  const entries = await readTree(client, tree.sha);
  const contents = await contentsOf(client, commit, entries.filter(isLoaded), cache);
  const files = entries.map((entry): BackendFile => {
    const content = isLoaded(entry) ? contents.get(entry.sha) : undefined;
    return { path: entry.path, sha: entry.sha, text: content ? decodeText(content) : null };
  });
  return { backend: backendOf(commit, files), tree: tree.sha, entries };
}

function isLoaded(entry: TreeEntry): boolean {
  return entry.mode.startsWith("100") && entry.size <= MAX_FILE && isReadable(entry.path);
}

async function contentsOf(
  client: GitHubClient,
  commit: string,
  entries: readonly TreeEntry[],
  cache: BlobCache,
): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  const absent = new Set(entries.map((entry) => entry.sha));
  const keep = async (sha: string, content: Buffer): Promise<void> => {
    absent.delete(sha);
    contents.set(sha, content);
    await cache.put(sha, content);
  };
  for (const sha of [...absent]) {
    const content = await cache.get(sha);
    if (content === null) continue;
    absent.delete(sha);
    contents.set(sha, content);
  }
  if (absent.size > FEW) await takeFromTarball(client, commit, entries, absent, keep);
  await forEachLimited([...absent], 8, async (sha) => keep(sha, await fetchBlob(client, sha)));
  await cache.trim();
  return contents;
}

/**
 * One request instead of hundreds. Whatever the archive lacks, and all of it where the host has no archive or it is
 * damaged, is fetched blob by blob.
 */
async function takeFromTarball(
  client: GitHubClient,
  commit: string,
  entries: readonly TreeEntry[],
  absent: ReadonlySet<string>,
  keep: (sha: string, content: Buffer) => Promise<void>,
): Promise<void> {
  const expected = new Map(entries.map((entry) => [entry.path, entry.sha]));
  try {
    const streamed = { parseSuccessResponseBody: false };
    const archive = await client.call("GET /repos/{owner}/{repo}/tarball/{ref}", { ref: commit }, streamed);
    await readTarball(
      archive,
      (path) => absent.has(expected.get(path) ?? ""),
      async (path, content) => {
        const sha = blobSha(content);
        if (sha === expected.get(path)) await keep(sha, content);
      },
    );
  } catch (error) {
    if (error instanceof GitHubError && error.status !== 404) throw error;
  }
}

async function fetchBlob(client: GitHubClient, sha: string): Promise<Buffer> {
  const blob = await client.call("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { file_sha: sha });
  const content = Buffer.from(blob.content, blob.encoding === "base64" ? "base64" : "utf8");
  if (blobSha(content) === sha) return content;
  const detail = `the blob ${sha} has another content than its name says`;
  throw new GitHubError(`${client.owner}/${client.repo}`, detail, "Send the command again", null);
}
