import { createHash } from "node:crypto";
import { diskError } from "../../errors/disk-error.js";
import type { BackendFile } from "../../source/backend.js";
import { backendOf } from "../../source/make-backend.js";
import type { Host, ReadResult, Refused } from "../host.js";
import { type Checkout, openCheckout } from "./checkout.js";
import { dirtyFiles } from "./dirty.js";
import { publishBranch } from "./publish-branch.js";
import { readFolder } from "./read-folder.js";
import { readTree } from "./read-tree.js";

export interface LocalHostOptions {
  /**
   * Only look, never publish: then a folder without a repository will do, and files that are not committed yet are
   * read as they stand.
   */
  readonly dryRun: boolean;
}

/** A backend in a folder of this machine. Proposals become branches; the checkout itself is never touched. */
export function localHost(path: string, options: LocalHostOptions): Host {
  return {
    repository: path,
    read: async () => await read(await openCheckout(path), options.dryRun),
    publish: async (changeSet) => {
      const checkout = await openCheckout(path);
      if (options.dryRun || checkout.kind !== "repository")
        throw new Error(`${path} was opened to be read only`);
      return await publishBranch(checkout, changeSet);
    },
  };
}

async function read(checkout: Checkout, dryRun: boolean): Promise<ReadResult> {
  if (checkout.kind === "missing")
    return refused(`There is no folder ${checkout.folder}`, "Check the path behind --repo");
  if (checkout.kind === "plain") {
    if (dryRun) return await readDisk(checkout.folder);
    return refused(
      `${checkout.folder} is not in a git repository with a commit`,
      "Commit it to a git repository, or look at the change with --dry-run",
    );
  }
  const dirty = await dirtyFiles(checkout.folder, checkout.prefix);
  if (dirty.length > 0) return dryRun ? await readDisk(checkout.folder) : dirtyTree(checkout.folder, dirty);
  const tree = checkout.prefix === "" ? checkout.head : `${checkout.head}:${checkout.prefix.slice(0, -1)}`;
  return {
    kind: "backend",
    backend: backendOf(checkout.head, await readTree(checkout.folder, tree)),
  };
}

/** The files of a folder as they stand on the disk, under a name that the same files give again. */
export async function readDisk(folder: string): Promise<ReadResult> {
  const files = await readFolder(folder).catch((error: unknown) => {
    throw diskError(folder, error);
  });
  return { kind: "backend", backend: backendOf(digest(files), files) };
}

/** What stands in for a commit where there is none: the same files give the same name. */
function digest(files: readonly BackendFile[]): string {
  const lines = files.map((file) => `${file.path}\0${file.sha}\n`).sort();
  return createHash("sha1").update(lines.join("")).digest("hex");
}

function dirtyTree(folder: string, dirty: readonly string[]): Refused {
  const shown = dirty.slice(0, 3).join(", ");
  const more = dirty.length > 3 ? ` and ${dirty.length - 3} more` : "";
  return refused(
    `${folder} has changes that are not committed: ${shown}${more}`,
    "Commit or stash them, or look at the change with --dry-run",
  );
}

function refused(reason: string, remedy: string): Refused {
  return { kind: "refused", reason, remedy };
}
