import { mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Backend } from "../source/backend.js";
import type { Progress } from "../util/progress.js";
import { type CompilerLimits, CompilerProcess } from "./compiler/compiler-process.js";
import { installDependencies, installTools } from "./packages/install.js";
import { generateClients, type GeneratedClient } from "./prisma/generate-client.js";
import { clientFolder, clientPaths, placeClient } from "./prisma/place-client.js";
import { hasTransforms, transformTools } from "./result-key.js";
import type { CheckRequest, Toolchain } from "./workspace.js";
import { writeTree } from "./write-tree.js";

export interface TreeOptions {
  readonly cache: string;
  readonly limits: CompilerLimits;
  readonly progress: Progress;
}

/** A tree in a temporary folder, with its dependencies and clients in place, and the compiler process over it. */
export interface PlacedTree {
  readonly root: string;
  readonly process: CompilerProcess;
  readonly clients: readonly GeneratedClient[];
}

export async function placeTree(request: CheckRequest, options: TreeOptions): Promise<PlacedTree> {
  const { cache, progress, limits } = options;
  const dependencies = await installDependencies(cache, request.dependencies, progress);
  const tools = await installTools(cache, compilerTools(request), progress);
  const clients = await clientsOf(request, request.backend, options);
  // Real paths, because the compiler reports them and every path is compared with them.
  const root = await realpath(await mkdtemp(join(tmpdir(), "autobe-bot-")));
  try {
    await writeTree(request.backend, root);
    await symlink(dependencies, join(root, "node_modules"), "junction");
    for (const client of clients) await placeClient(client, clientFolder(client, root));
    const readable = [root, await realpath(join(dependencies, "..")), await realpath(tools)];
    const task = { root, tools, readable, paths: clientPaths(clients, root), roots: request.scope ?? null };
    progress.say(`compiling with typescript ${request.compiler}`);
    return { root, clients, process: await CompilerProcess.open(task, limits) };
  } catch (error) {
    await rm(root, { recursive: true, force: true });
    throw error;
  }
}

export async function removeTree({ root, process }: PlacedTree): Promise<void> {
  process.close();
  await rm(root, { recursive: true, force: true });
}

/** The clients of one state of a tree, by the Prisma release that the dependencies hold. */
export async function clientsOf(
  { dependencies: { versions } }: Toolchain,
  backend: Backend,
  { cache, progress }: TreeOptions,
): Promise<readonly GeneratedClient[]> {
  const version = versions.get("prisma") ?? versions.get("@prisma/client");
  if (version === undefined) return [];
  const tools = (): Promise<string> => {
    const pair = ["prisma", "@prisma/client"].map((name) => [name, version] as const);
    return installTools(cache, new Map(pair), progress);
  };
  return generateClients(backend, { cache, version, tools }, progress);
}

function compilerTools(toolchain: Toolchain): ReadonlyMap<string, string> {
  const pinned = toolchain.dependencies.versions.get("typescript");
  const transforms =
    hasTransforms(toolchain) && toolchain.compiler === pinned ? transformTools(toolchain) : [];
  return new Map([["typescript", toolchain.compiler], ...transforms]);
}
