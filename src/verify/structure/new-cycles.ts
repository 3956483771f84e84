import { cycles } from "../../graph/questions/cycles.js";
import type { Backend } from "../../source/backend.js";
import { importResolver } from "../../source/resolve-import.js";
import { artefactOf } from "../artefact-of.js";
import type { Diagnostic } from "../diagnostic.js";
import type { Renamed } from "../renamed.js";
import type { ModuleFacts } from "./module-facts.js";

type Modules = ReadonlyMap<string, ModuleFacts>;

/** Circles of imports in the head that are not part of one in the base. */
export function newCycles(
  base: Backend,
  before: Modules,
  head: Backend,
  after: Modules,
  renamed: Renamed,
): readonly Diagnostic[] {
  const known = circles(base, before).map((circle) => circle.map((path) => renamed.pathOf(path)));
  return circles(head, after)
    .filter((circle) => !known.some((other) => circle.every((path) => other.includes(path))))
    .map((circle) => ({
      gate: "structure",
      code: "import-cycle",
      message: `These files import each other in a circle: ${circle.slice(0, 6).join(", ")}${circle.length > 6 ? ", …" : ""}`,
      path: circle[0] ?? null,
      line: null,
      artefact: artefactOf(circle[0] ?? ""),
      status: "new",
    }));
}

function circles(backend: Backend, modules: Modules): readonly (readonly string[])[] {
  const resolve = importResolver(backend);
  const files = [...modules].map(([path, { imports }]) => {
    const targets = imports.map(({ specifier }) => resolve(path, specifier));
    return [
      path,
      { imports: new Set(targets.filter((to) => to !== null && to !== path && modules.has(to))) },
    ] as const;
  });
  return cycles({ files: new Map(files as readonly (readonly [string, { imports: Set<string> }])[]) });
}
