import { mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Backend } from "../source/backend.js";
import type { Progress } from "../util/progress.js";
import { type CompilerLimits, CompilerProcess } from "./compiler/compiler-process.js";
import type { WorkerTask } from "./compiler/worker-messages.js";
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

/** A tree in a temporary folder, with its dependencies and clients in place. */
export interface LaidTree {
  readonly root: string;
  /** What the folder holds. */
  readonly state: Backend;
  readonly clients: readonly GeneratedClient[];
  readonly task: WorkerTask;
}

/** The same and the compiler process over it. */
export interface PlacedTree extends LaidTree {
  readonly process: CompilerProcess;
}

/** `emits` says whether the transforms may be asked for as well. */
export async function placeTree(
  request: CheckRequest,
  options: TreeOptions,
  emits: boolean,
): Promise<PlacedTree> {
  const laid = await layTree(request, options, emits);
  try {
    options.progress.say(`compiling with typescript ${request.compiler}`);
    return { ...laid, process: await CompilerProcess.open(laid.task, options.limits) };
  } catch (error) {
    await rm(laid.root, { recursive: true, force: true });
    throw error;
  }
}

export async function layTree(
  request: CheckRequest,
  options: TreeOptions,
  emits: boolean,
): Promise<LaidTree> {
  const { cache, progress } = options;
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
    const task = {
      ...{ root, tools, readable },
      paths: clientPaths(clients, root),
      roots: request.scope ?? null,
      comments: emits && runsTransforms(request),
    };
    return { root, state: request.backend, clients, task };
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
  whole = false,
): Promise<readonly GeneratedClient[]> {
  const version = versions.get("prisma") ?? versions.get("@prisma/client");
  if (version === undefined) return [];
  const tools = (): Promise<string> => {
    const pair = ["prisma", "@prisma/client"].map((name) => [name, version] as const);
    return installTools(cache, new Map(pair), progress);
  };
  return generateClients(backend, { cache, version, tools, whole }, progress);
}

function compilerTools(toolchain: Toolchain): ReadonlyMap<string, string> {
  const transforms = runsTransforms(toolchain) ? transformTools(toolchain) : [];
  return new Map([["typescript", toolchain.compiler], ...transforms]);
}

function runsTransforms(toolchain: Toolchain): boolean {
  const { compiler, dependencies } = toolchain;
  return hasTransforms(toolchain) && compiler === dependencies.versions.get("typescript");
}
