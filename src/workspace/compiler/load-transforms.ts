import { createRequire } from "node:module";
import { join } from "node:path";
import type ts from "typescript";
import type { Opened } from "./compiler-problems.js";
import type { OpenProgram, Plugin } from "./programs.js";
import type { AnyDiagnostic } from "./to-problem.js";

/** The transforms that may run. Any other plugin of a tsconfig is code of the repository, and stays data. */
const OFFICIAL = ["typia/lib/transform", "@nestia/core/lib/transform", "@nestia/sdk/lib/transform"];

type AddDiagnostic = (diagnostic: AnyDiagnostic) => number;

interface Extras {
  readonly ts: typeof ts;
  readonly addDiagnostic: AddDiagnostic;
}

type Transform = (
  program: ts.Program,
  options: Plugin,
  extras: Extras,
) => ts.TransformerFactory<ts.SourceFile>;

/** The official transforms that a project asks for. */
export function transformNames({ plugins }: OpenProgram): readonly string[] {
  return OFFICIAL.filter((name) => plugins.some(({ transform }) => transform === name));
}

/** Loads them from the tools' installation alone. */
export function loadTransforms(
  { task, compiler }: Opened,
  { program, plugins }: OpenProgram,
  names: readonly string[],
  addDiagnostic: AddDiagnostic,
): ts.TransformerFactory<ts.SourceFile>[] {
  const require = createRequire(join(task.tools, "index.js"));
  const extras: Extras = { ts: compiler, addDiagnostic };
  return names.map((name) => {
    const loaded: { readonly default: Transform } = require(name);
    return loaded.default(program, plugins.find(({ transform }) => transform === name) ?? {}, extras);
  });
}
