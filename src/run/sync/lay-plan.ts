import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";
import { CONFIG_PATH, type Limits } from "../../config/repository-config.js";
import type { Plan } from "../../plan/plan.js";
import { applyEdits } from "../../source/apply-edits.js";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import type { Names } from "../../spec/names.js";
import { readSpec } from "../../spec/spec.js";
import type { Edited } from "../edited.js";
import type { Outcome } from "../outcome.js";
import { overLimit } from "../over-limit.js";
import { end, next, type Step } from "../step.js";
import { keptMigrations } from "../migration-file.js";
import { newMigrations } from "../write-migration.js";
import { layOver } from "./lay-over.js";
import type { SyncPlan } from "./plan-sync.js";

/** The edits that are to follow the person's own; the run ends where there are none. */
export function layPlan({ changes, plan, state }: SyncPlan, followed: Backend, limits: Limits): Step<Edited> {
  const [base, theirs] = [state.base.backend, state.wanted.backend];
  const { edits, conflicts } = layOver(state, followed);
  const notices = [...plan.notices, ...conflicts];
  if (edits.length === 0 && !lacksMigration(base, theirs))
    return end(nothing(changes, { ...plan, notices }, sameSpecs(base, theirs)));
  const excess = overLimit(edits, limits);
  if (excess !== null) {
    const remedy = `Raise the limit in ${CONFIG_PATH}, or do less at a time`;
    return end({ kind: "stopped", reason: excess, remedy, plan, edits, gates: [] });
  }
  const head = applyEdits(theirs, edits);
  const paths = new Set(edits.map(({ path }) => path));
  const steps = plan.steps.filter(({ path }) => paths.has(path));
  const removed = goneFrom(head, plan.removed);
  const shown = { ...plan, steps, removed, notices };
  return next({ plan: shown, edits, head, written: changedPaths(base, head) }, `${edits.length} files`);
}

/** Whether the schema differs, the repository keeps its migrations, and the branch has none. */
function lacksMigration(base: Backend, theirs: Backend): boolean {
  const differs = changedPaths(base, theirs).some((path) => classify(path) === "model");
  return differs && keptMigrations(base) !== null && newMigrations(base, theirs).length === 0;
}

function nothing(changes: readonly Change[], { notices }: Plan, same: boolean): Outcome {
  const places = notices
    .filter(({ kind }) => kind === "unsaid" || kind === "conflict")
    .map(({ path, line }) => (line === null ? path : `${path}:${line}`));
  const left = places.length === 0 ? "" : `; left as you wrote it: ${places.join(", ")}`;
  const said = changes.map(printChange).join("; ");
  const reason = same
    ? "Schema and DTOs are as they are in the base"
    : said === ""
      ? `Nothing follows from what differs in schema and DTOs${left}`
      : `Everything follows already: ${said}${left}`;
  return { kind: "nothing-to-do", reason, nearest: [] };
}

function sameSpecs(base: Backend, theirs: Backend): boolean {
  return !changedPaths(base, theirs).some((path) => classify(path) === "model" || classify(path) === "dto");
}

function changedPaths(base: Backend, head: Backend): readonly string[] {
  const paths = new Set([...base.files.keys(), ...head.files.keys()]);
  return [...paths].filter((path) => base.files.get(path)?.sha !== head.files.get(path)?.sha);
}

/** What one change took out and another put back is not gone. */
function goneFrom(head: Backend, removed: Names): Names {
  const { database, api } = readSpec(head);
  const fields = new Set(
    [...database.models.values()].flatMap(({ name, fields }) =>
      fields.map((field) => `${name}.${field.name}`),
    ),
  );
  const properties = new Set(
    [...api.dtos.values()].flatMap((dto) => dto.properties.map(({ name }) => `${dto.name}.${name}`)),
  );
  return {
    models: removed.models.filter((name) => !database.models.has(name)),
    fields: removed.fields.filter((name) => !fields.has(name)),
    dtos: removed.dtos.filter((name) => !api.dtos.has(name)),
    properties: removed.properties.filter((name) => !properties.has(name)),
    operations: removed.operations.filter((key) => !api.operations.has(key)),
  };
}
