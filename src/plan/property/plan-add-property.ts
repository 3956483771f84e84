import { printChange } from "../../change/forms.js";
import type { AddProperty } from "../../change/kinds/add-property.js";
import type { NewCarrier } from "../../generate/add/new-field.js";
import type { ComputedField } from "../../generate/computed/computed.js";
import { rowViews } from "../../generate/computed/row-view.js";
import type { Known } from "../../generate/create/known.js";
import type { Backend } from "../../source/backend.js";
import { deletedColumn } from "../../spec/database/deleted-column.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { readSpec } from "../../spec/spec.js";
import { most } from "../../util/most.js";
import { chooseCarriers } from "../field/choose-carriers.js";
import { findModel } from "../field/find-field.js";
import { nameProblem } from "../field/name-problem.js";
import type { Planned } from "../planned.js";
import { carryComputed } from "./carry-computed.js";
import { describeRows } from "./describe-rows.js";
import { findRows } from "./find-rows.js";
import { loopProblem } from "./loop-problem.js";
import { orderOf } from "./order-of.js";

/** Plans a property that shows how many rows lead to another one, whether any does, the latest of them, or all. */
export function planAddProperty(backend: Backend, change: AddProperty): Planned {
  const known: Known = { backend, ...readSpec(backend) };
  const { database } = known;
  const model = findModel(change.to, database, (to) => ({ ...change, to }));
  if (!model.ok) return model.ending;
  const problem = nameProblem(change.name, { ...model.value, fields: [] });
  if (problem !== null) return { kind: "refused", ...problem };
  const rows = findRows(change, model.value, database);
  if (!rows.ok) return rows.ending;
  const target = database.models.get(rows.value.relation?.target ?? "");
  if (target === undefined)
    return {
      kind: "refused",
      reason: `The schema has no model that ${model.value.name}.${rows.value.name} leads to.`,
      remedy: "Mend the schema first.",
    };
  const order = orderOf(change, target);
  if (!order.ok) return order.ending;
  const carriers = carriersOf(change, model.value, known);
  if ("kind" in carriers) return carriers;
  const field = fieldOf(change, model.value, rows.value, target, order.value, carriers.missing, known);
  if ("reason" in field) return { kind: "refused", ...field };
  return carryComputed(change, field, known);
}

/** What a number or a yes costs is little; rows are shown where somebody looks at one. */
const DEFAULTS: Readonly<Record<AddProperty["how"], readonly string[]>> = {
  count: ["read", "summary", "invert"],
  has: ["read", "summary", "invert"],
  latest: ["read"],
  list: ["read"],
};

/** The DTOs that are to show it and do not yet. */
function carriersOf(
  change: AddProperty,
  model: Model,
  known: Known,
): { readonly missing: readonly NewCarrier[] } | Planned {
  const wanted = change.in ?? DEFAULTS[change.how];
  const { carriers, unknown, known: words } = chooseCarriers(change.name, model, wanted, known);
  // A column's name may be spelled otherwise where it is shown; this one is as a person says.
  const shown = carriers
    .filter(({ use }) => use === "read")
    .map((carrier) => ({ ...carrier, property: change.name }));
  const written = carriers.find(({ use }) => use !== "read");
  if (written !== undefined)
    return {
      kind: "refused",
      reason: `${written.dto.name} is what callers send, and what is made up of other rows is only shown.`,
      remedy: "Name DTOs that are read: … in read, summary.",
    };
  const readable = words.filter((word) => word !== "create" && word !== "update");
  if (shown.length === 0 || (change.in !== null && unknown !== null))
    return {
      kind: "refused",
      reason: `${model.name} has no DTO "${change.in === null ? "read" : (unknown ?? "")}".`,
      remedy: readable.length === 0 ? "Nothing shows its rows." : `It has: ${readable.join(", ")}.`,
    };
  const missing = shown.filter(({ dto, property }) => !dto.properties.some(({ name }) => name === property));
  if (missing.length > 0) return { missing };
  const names = shown.map(({ dto, property }) => `${dto.name}.${property}`).join(", ");
  return { kind: "nothing-to-do", reason: `There is ${names} already.`, nearest: [] };
}

function fieldOf(
  { name, how }: AddProperty,
  model: Model,
  relation: Field,
  target: Model,
  order: string | null,
  carriers: readonly NewCarrier[],
  known: Known,
): ComputedField | { readonly reason: string; readonly remedy: string } {
  const shows = how === "latest" || how === "list";
  const views = shows ? rowViews(target, known) : [];
  const loops = views.map((view) => loopProblem(view, carriers, known));
  const view = views.find((_, index) => loops[index] === null) ?? null;
  const [loop] = loops;
  if (shows && view === null)
    return (
      loop ?? {
        reason: `Nothing says by rule how a row of ${target.name} is shown inside of another one.`,
        remedy: `Show how many there are: ${printChange({ kind: "add-property", name, how: "count", of: relation.name, to: model.name, by: null, in: null })}.`,
      }
    );
  const alive = deletedColumn(target.fields);
  const row = view?.dto.name ?? "";
  const type =
    how === "count" ? countType(known) : how === "has" ? "boolean" : how === "latest" ? row : `${row}[]`;
  return {
    model,
    name,
    type: { name: "int", values: [], optional: how === "latest" },
    default: null,
    carriers,
    doc: describeRows(how, relation, model, alive !== null, known),
    stands: true,
    shows: { type, dto: view?.dto ?? null },
    computed: { how, relation, target, alive: alive?.name ?? null, order, view },
  };
}

/** Numbers of rows as the backend writes their type. */
function countType({ api }: Known): string {
  const counts = [...api.dtos.values()].flatMap(({ properties }) =>
    properties.flatMap(({ name, type, optional }) =>
      /(_c|C)ount$/.test(name) && /^number\b[^|]*$/.test(type) && !optional
        ? [type.replace(/\s+/g, " ")]
        : [],
    ),
  );
  return most(counts) ?? `number & tags.Type<"int32"> & tags.Minimum<0>`;
}
