import { cp, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Progress } from "../util/progress.js";
import { type CompilerLimits, CompilerProcess } from "./compiler/compiler-process.js";
import { installDependencies, installTools } from "./packages/install.js";
import { generateClients, type GeneratedClient } from "./prisma/generate-client.js";
import { hasTransforms, transformTools } from "./result-key.js";
import type { CheckReport, CheckRequest, TransformReport } from "./workspace.js";
import { writeTree } from "./write-tree.js";

export interface TreeOptions {
  readonly cache: string;
  readonly limits: CompilerLimits;
  readonly progress: Progress;
}

/** A tree in a temporary folder and the compiler process over it; both are made when the first question comes. */
export class OpenTree {
  private opened: Promise<CompilerProcess> | null = null;
  private root: string | null = null;

  public constructor(
    private readonly request: CheckRequest,
    private readonly options: TreeOptions,
  ) {}

  public async check(): Promise<CheckReport> {
    const reply = await (await this.open()).ask({ kind: "check" });
    if (reply.kind !== "checked") throw new Error(`Unexpected answer "${reply.kind}"`);
    return { problems: reply.problems, files: reply.files };
  }

  public async transform(): Promise<TransformReport> {
    const reply = await (await this.open()).ask({ kind: "transform" });
    if (reply.kind !== "transformed") throw new Error(`Unexpected answer "${reply.kind}"`);
    return { problems: reply.problems, transforms: reply.transforms };
  }

  public async close(): Promise<void> {
    const process = await this.opened?.catch(() => null);
    process?.close();
    this.opened = null;
    if (this.root !== null) await rm(this.root, { recursive: true, force: true });
    this.root = null;
  }

  private open(): Promise<CompilerProcess> {
    return (this.opened ??= this.start());
  }

  private async start(): Promise<CompilerProcess> {
    const { request, options } = this;
    const { cache, progress, limits } = options;
    const dependencies = await installDependencies(cache, request.dependencies, progress);
    const tools = await installTools(cache, compilerTools(request), progress);
    const clients = await this.clients();
    // Real paths, because the compiler reports them and every path is compared with them.
    const root = await realpath(await mkdtemp(join(tmpdir(), "autobe-bot-")));
    this.root = root;
    await writeTree(request.backend, root);
    await symlink(dependencies, join(root, "node_modules"), "junction");
    const paths = await placeClients(clients, root);
    const readable = [root, await realpath(join(dependencies, "..")), await realpath(tools)];
    progress.say(`compiling with typescript ${request.compiler}`);
    return CompilerProcess.open({ root, tools, readable, paths }, limits);
  }

  private async clients(): Promise<readonly GeneratedClient[]> {
    const { cache, progress } = this.options;
    const { versions } = this.request.dependencies;
    const version = versions.get("prisma") ?? versions.get("@prisma/client");
    if (version === undefined) return [];
    const tools = (): Promise<string> => {
      const pair = ["prisma", "@prisma/client"].map((name) => [name, version] as const);
      return installTools(cache, new Map(pair), progress);
    };
    return generateClients(this.request.backend, { cache, version, tools }, progress);
  }
}

function compilerTools(request: CheckRequest): ReadonlyMap<string, string> {
  const pinned = request.dependencies.versions.get("typescript");
  const transforms = hasTransforms(request) && request.compiler === pinned ? transformTools(request) : [];
  return new Map([["typescript", request.compiler], ...transforms]);
}

/** Puts each client where the tree's imports look for it; `@prisma/client` finds its own through a path mapping. */
async function placeClients(
  clients: readonly GeneratedClient[],
  root: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const paths: Record<string, readonly string[]> = {};
  for (const { folder, output } of clients) {
    const target = join(root, output ?? ".prisma-client");
    await rm(target, { recursive: true, force: true });
    await cp(folder, target, { recursive: true });
    if (output !== null) continue;
    paths[".prisma/client"] = [join(target, "index.d.ts")];
    paths[".prisma/client/*"] = [join(target, "*")];
  }
  return paths;
}
