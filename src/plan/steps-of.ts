import type { Cause } from "../generate/dead-code/deadness.js";
import type { CodeRemoval } from "../generate/remove-from-code.js";
import type { Edit } from "../source/edit.js";
import { classify, type ArtefactKind, type Layer } from "../source/layout.js";
import type { Reason, Step } from "./plan.js";
import type { Spec } from "../spec/spec.js";

/** One step per file, in the order of the layers. */
export function stepsOf(
  code: CodeRemoval,
  others: readonly Edit[],
  documents: ReadonlyMap<string, string>,
  spec: Spec,
): readonly Step[] {
  const steps: Step[] = others.map((edit) => {
    const how = documents.get(edit.path);
    const reasons =
      how === undefined ? schemaReasons(edit.path, code, spec) : [{ cause: subjectOf(code), how }];
    return stepOf(edit.path, edit.after === null ? "delete" : "edit", reasons);
  });
  for (const path of code.deleted) steps.push(stepOf(path, "delete", reasonsOf(code, path)));
  for (const path of code.edited) steps.push(stepOf(path, "edit", reasonsOf(code, path)));
  return inLayerOrder(steps);
}

export function inLayerOrder(steps: readonly Step[]): readonly Step[] {
  return [...steps].sort(
    (a, b) => ORDER.indexOf(a.layer) - ORDER.indexOf(b.layer) || a.path.localeCompare(b.path),
  );
}

export function editStep(path: string, reasons: readonly Reason[]): Step {
  return stepOf(path, "edit", reasons);
}

export function deleteStep(path: string, reasons: readonly Reason[]): Step {
  return stepOf(path, "delete", reasons);
}

export function createStep(path: string, reasons: readonly Reason[]): Step {
  return stepOf(path, "create", reasons);
}

/** What was removed, in one word: the first model, or the first field or operation where no model went. */
function subjectOf({ removed }: CodeRemoval): string {
  return removed.models[0] ?? removed.fields[0] ?? removed.operations[0] ?? "the feature";
}

const ORDER: readonly Layer[] = ["requirements", "database", "interface", "realize", "test"];

const LAYERS: Readonly<Record<ArtefactKind, Layer>> = {
  requirement: "requirements",
  model: "database",
  dto: "interface",
  controller: "interface",
  sdk: "interface",
  wiring: "interface",
  derived: "interface",
  collector: "realize",
  transformer: "realize",
  operation: "realize",
  authorization: "realize",
  module: "realize",
  other: "realize",
  test: "test",
  helper: "test",
};

function stepOf(path: string, action: Step["action"], reasons: readonly Reason[]): Step {
  const kind = classify(path);
  const layer = path === "docs/ERD.md" ? "database" : LAYERS[kind];
  return { path, kind, artefact: artefactOf(path), action, layer, way: "derived", reasons };
}

function artefactOf(path: string): string {
  if (path.startsWith("src/api/functional/")) {
    const accessor = path.slice("src/api/functional/".length).replace(/\/?index\.ts$/, "");
    return ["api.functional", ...accessor.split("/").filter((each) => each !== "")].join(".");
  }
  return path.replace(/^.*\//, "").replace(/\.(ts|prisma|md|json)$/, "");
}

function reasonsOf(code: CodeRemoval, path: string): readonly Reason[] {
  return (code.reasons.get(path) ?? []).map(({ cause, how }: Cause) => ({ cause, how }));
}

function schemaReasons(path: string, code: CodeRemoval, { database }: Spec): readonly Reason[] {
  const removed = code.removed;
  const models = removed.models.filter((name) => database.models.get(name)?.path === path);
  const fields = removed.fields.filter(
    (name) => database.models.get(name.split(".")[0] ?? "")?.path === path,
  );
  return [
    ...models.map((cause) => ({ cause, how: "declares" })),
    ...fields.map((cause) => ({ cause, how: "holds" })),
  ];
}
