import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type ts from "typescript";

import { readFolders } from "../../../src/config/folders.js";
import { recheck } from "../../../src/graph/questions/recheck.js";
import { planChange } from "../../../src/plan/plan-change.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { backendOf } from "../../../src/source/make-backend.js";
import { SILENT } from "../../../src/util/progress.js";
import { compilerProblems, type Opened } from "../../../src/workspace/compiler/compiler-problems.js";
import { Programs } from "../../../src/workspace/compiler/programs.js";
import { localWorkspace } from "../../../src/workspace/local-workspace.js";
import { moveTree } from "../../../src/workspace/move-tree.js";
import { clientsOf, layTree } from "../../../src/workspace/placed-tree.js";
import type { Toolchain } from "../../../src/workspace/workspace.js";
import { readSources } from "./read-sources.js";

const OPTIONS = {
  cache: readFolders().cache,
  limits: { time: 600_000, memory: 6144 },
  progress: SILENT,
};

/** A check of all files of the head of a removal, from the beginning. */
export async function checkFull(folder: string): Promise<Record<string, number>> {
  const { head, toolchain } = await removalIn(folder);
  return await checkCold(head, null, toolchain);
}

/** A check of what the removal reaches, from the beginning. */
export async function checkScoped(folder: string): Promise<Record<string, number>> {
  const { head, scope, toolchain } = await removalIn(folder);
  return await checkCold(head, scope, toolchain);
}

/** The same by a compiler that has the base open. */
export async function checkResident(folder: string): Promise<Record<string, number>> {
  const { base, head, scope, toolchain } = await removalIn(folder);
  const laid = await layTree({ ...toolchain, backend: base }, OPTIONS, false);
  try {
    const opened = openIn(laid);
    compilerProblems(opened, null);
    const clients = await clientsOf(toolchain, head, OPTIONS);
    return await timed(async () => {
      opened.programs.changed(await moveTree(laid, head, clients));
      return compilerProblems(opened, scope);
    });
  } finally {
    await rm(laid.root, { recursive: true, force: true });
  }
}

interface Removal {
  readonly base: Backend;
  readonly head: Backend;
  readonly scope: readonly string[];
  readonly toolchain: Toolchain;
}

async function removalIn(folder: string): Promise<Removal> {
  const base = backendOf("bench", readSources(folder));
  const planned = planChange(base, { kind: "remove-feature", target: "invoice messages" }, new Map());
  if (planned.kind !== "plan") throw new Error(`the removal ended as ${planned.kind}`);
  const head = applyEdits(base, planned.edits());
  const dependencies = await localWorkspace(OPTIONS).resolve(base, SILENT);
  const compiler = dependencies.versions.get("typescript") ?? "";
  return { base, head, scope: recheck(base, head), toolchain: { dependencies, compiler } };
}

async function checkCold(
  backend: Backend,
  scope: readonly string[] | null,
  toolchain: Toolchain,
): Promise<Record<string, number>> {
  const laid = await layTree(
    { ...toolchain, backend, ...(scope === null ? {} : { scope }) },
    OPTIONS,
    scope === null,
  );
  try {
    return await timed(() => Promise.resolve(compilerProblems(openIn(laid), scope)));
  } finally {
    await rm(laid.root, { recursive: true, force: true });
  }
}

function openIn({ task }: Pick<Opened, "task">): Opened {
  const compiler: typeof ts = createRequire(join(task.tools, "index.js"))("typescript");
  return { task, compiler, programs: new Programs(compiler, task) };
}

/** Time and processor time of the check alone; what it is about was made before. */
async function timed(
  check: () => Promise<ReturnType<typeof compilerProblems>>,
): Promise<Record<string, number>> {
  const start = performance.now();
  const before = process.cpuUsage();
  const { files, problems } = await check();
  const { user, system } = process.cpuUsage(before);
  return {
    checkMs: performance.now() - start,
    checkCpuMs: (user + system) / 1000,
    files,
    problems: problems.length,
  };
}
