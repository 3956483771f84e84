import { chown, mkdir, readdir, realpath, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Mount, SandboxedRun } from "./sandbox.js";

/** Makes the places that mounts go to and gives the stage to its user. */
export async function prepareStage(run: SandboxedRun, user: number | null): Promise<void> {
  for (const name of ["bin", "home", "tmp"])
    await mkdir(join(run.stage, ".autobe-bot", name), { recursive: true });
  for (const mount of run.mounts) await (run.isolation === "none" ? link(mount) : makePlace(mount));
  if (user !== null) await giveTo(run.stage, user);
}

/** Node.js itself; by this name scripts of the repository find it as well. */
export async function nodeMount(stage: string): Promise<Mount> {
  return { from: await realpath(process.execPath), to: join(stage, ".autobe-bot/bin/node") };
}

/** Without mounts a link has to do. */
async function link({ from, to }: Mount): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await symlink(from, to);
}

async function makePlace({ from, to }: Mount): Promise<void> {
  if ((await stat(from)).isDirectory()) {
    await mkdir(to, { recursive: true });
    return;
  }
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, "");
}

async function giveTo(folder: string, user: number): Promise<void> {
  await chown(folder, user, user);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries)
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), user, user);
}
