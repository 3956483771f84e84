import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskError } from "../../errors/disk-error.js";
import type { Edit } from "../../source/edit.js";
import type { ChangeSet } from "../host.js";
import type { Checkout } from "./checkout.js";
import { git, gitLine } from "./git.js";

type Repository = Extract<Checkout, { kind: "repository" }>;

const NO_OBJECT = "0".repeat(40);

/**
 * Writes a change set's commits as objects and gives the last one; the base itself if no tree changed. It works on
 * an index of its own, so neither the checkout nor the user's index is touched, and until a branch names the result
 * nothing of it is visible.
 */
export async function writeCommits(repository: Repository, changeSet: ChangeSet): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "autobe-index-")).catch((error: unknown) => {
    throw diskError(tmpdir(), error);
  });
  const env = { GIT_INDEX_FILE: join(folder, "index"), ...(await identity(repository.top)) };
  try {
    await git(repository.top, ["read-tree", changeSet.base], { env });
    let parent = changeSet.base;
    for (const commit of changeSet.commits) {
      const tree = await writeTree(repository, commit.edits, env);
      if (tree === (await gitLine(repository.top, ["rev-parse", `${parent}^{tree}`]))) continue;
      const args = ["commit-tree", tree, "-p", parent, "-F", "-"];
      parent = await gitLine(repository.top, args, { input: commit.message, env });
    }
    return parent;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeTree(
  repository: Repository,
  edits: readonly Edit[],
  env: Record<string, string>,
): Promise<string> {
  const modes = await readModes(repository, env);
  const lines: string[] = [];
  for (const edit of edits) {
    const path = repository.prefix + edit.path;
    if (edit.after === null) lines.push(`0 ${NO_OBJECT}\t${path}\0`);
    else {
      const input = Buffer.from(edit.after, "utf8");
      const sha = await gitLine(repository.top, ["hash-object", "-w", "--stdin"], { input });
      lines.push(`${modes.get(path) ?? "100644"} ${sha}\t${path}\0`);
    }
  }
  await git(repository.top, ["update-index", "-z", "--index-info"], { input: lines.join(""), env });
  return await gitLine(repository.top, ["write-tree"], { env });
}

/** Mode by path, so that an executable file stays one. */
async function readModes(
  repository: Repository,
  env: Record<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const listing = await git(repository.top, ["ls-files", "--stage", "-z"], { env });
  const entries = listing.toString().split("\0").slice(0, -1);
  return new Map(entries.map((entry) => [entry.slice(entry.indexOf("\t") + 1), entry.slice(0, 6)]));
}

/** Who commits: the user as git knows them, else the bot by name. */
async function identity(folder: string): Promise<Record<string, string>> {
  try {
    await git(folder, ["var", "GIT_COMMITTER_IDENT"]);
    return {};
  } catch {
    const who = { NAME: "autobe-bot", EMAIL: "autobe-bot@localhost" };
    return {
      GIT_AUTHOR_NAME: who.NAME,
      GIT_AUTHOR_EMAIL: who.EMAIL,
      GIT_COMMITTER_NAME: who.NAME,
      GIT_COMMITTER_EMAIL: who.EMAIL,
    };
  }
}
