import type { Change } from "../../change/change.js";
import type { Actor } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import type { NewField } from "../../generate/add/new-field.js";
import type { Notice } from "../../generate/notice.js";
import { addToSchema } from "../../generate/relation/add-to-schema.js";
import { fieldsOf } from "../../generate/relation/carry-relation.js";
import type { NewRelation } from "../../generate/relation/new-relation.js";
import { guardReferences } from "../../generate/relation/guard-references.js";
import { leadsBack, targetView } from "../../generate/relation/target-view.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import type { Spec } from "../../spec/spec.js";
import { carryFields } from "../field/carry-fields.js";
import { chooseCarriers } from "../field/choose-carriers.js";
import { nameProblem } from "../field/name-problem.js";
import type { Planned } from "../planned.js";
import { nameRelation, usualOnDelete } from "./name-relation.js";
import type { RelationTarget } from "./find-target.js";

/** A relation as it is asked for, its names resolved. */
export interface WantedRelation {
  readonly name: string;
  readonly model: Model;
  readonly target: RelationTarget;
  /** Whether the target is who makes a row, and not given by callers. */
  readonly made: boolean;
  readonly unique: boolean;
  /** The relation whose row is meant where nothing is said, so that it is never empty. */
  readonly filled?: Field | null;
  /** "SetNull"; null for what the backend does. */
  readonly onDelete: string | null;
  /** The DTOs that carry it; null for those that do by default. */
  readonly carriers: readonly string[] | null;
}

/** Plans relations with their columns, other ends, properties and whatever reads and writes them. */
export function planRelations(
  change: Change,
  wanted: readonly WantedRelation[],
  notices: readonly Notice[],
  known: Known,
): Planned {
  const spec: Spec = known;
  const relations: NewRelation[] = [];
  const fields: NewField[] = [];
  for (const each of wanted) {
    const resolved = resolve(each, relations, known);
    const problem = problemOf(resolved);
    if (problem !== null) return { kind: "refused", ...problem };
    const carried = carry(resolved, each, spec, known);
    if ("kind" in carried) return carried;
    relations.push(resolved);
    fields.push(...carried.fields);
  }
  const guards = guardReferences(fields, known);
  return carryFields(known.backend, change, spec, {
    fields,
    schema: addToSchema(relations, known),
    added: relations.flatMap(({ model, name, column, target, opposite }) => [
      `${model.name}.${column}`,
      `${model.name}.${name}`,
      `${target.name}.${opposite}`,
    ]),
    actors: actorsOf(relations),
    notices: [
      ...notices,
      ...guards.missing.map(({ path, line, why }): Notice => ({
        kind: "repository",
        path,
        line,
        text: `Nothing here checks the row that a caller names: ${why}`,
      })),
    ],
    checks: guards.splices,
  });
}

function actorsOf(relations: readonly NewRelation[]): readonly Actor[] {
  return [...new Set(relations.flatMap(({ maker }) => (maker === null ? [] : [maker])))];
}

function resolve(wanted: WantedRelation, others: readonly NewRelation[], known: Known): NewRelation {
  const { name, model, target, made, unique } = wanted;
  const taken = new Set(
    others.filter((each) => each.target === target.model).map(({ opposite }) => opposite),
  );
  return {
    model,
    name,
    target: target.model,
    unique,
    ...nameRelation(name, model, target.model, unique, taken, known),
    filled: filledBy(wanted.filled ?? null),
    // What is filled from another relation goes the way of that one.
    onDelete:
      wanted.onDelete ??
      (wanted.filled == null ? usualOnDelete(known) : (wanted.filled.relation?.onDelete ?? null)),
    maker: made ? target.actor : null,
    shown: targetView(target.model, known.backend, known.api),
  };
}

function filledBy(field: Field | null): NewRelation["filled"] {
  const [column] = field?.relation?.fields ?? [];
  return field === null || column === undefined ? null : { relation: field.name, column };
}

interface Problem {
  readonly reason: string;
  readonly remedy: string;
}

function problemOf({ model, name, column, target }: NewRelation): Problem | null {
  const id = target.fields.filter((field) => field.id);
  if (id.length !== 1 || !["String", "Int"].includes(id[0]?.type ?? ""))
    return {
      reason: `${target.name} has no primary key of one column that holds text or a whole number.`,
      remedy: "Relations to it have to be written by hand.",
    };
  return nameProblem(name, model) ?? nameProblem(column, model);
}

/** The properties that carry a relation: its key where callers give it, its row or its key where it is read. */
function carry(
  relation: NewRelation,
  { carriers: wanted, made }: WantedRelation,
  spec: Spec,
  { backend }: Known,
): { readonly fields: readonly NewField[] } | Planned {
  const { model, name, column, shown } = relation;
  const words = wanted ?? (made ? ["read"] : null);
  const keys = chooseCarriers(column, model, words, spec);
  if (keys.unknown !== null)
    return {
      kind: "refused",
      reason: `${model.name} has no DTO "${keys.unknown}".`,
      remedy:
        keys.known.length === 0 ? "It has none; write: in nothing." : `It has: ${keys.known.join(", ")}.`,
    };
  const whole = (dto: (typeof keys.carriers)[number]["dto"]): boolean =>
    shown !== null && !leadsBack(shown, dto, backend);
  const rows = chooseCarriers(name, model, words, spec).carriers.filter(
    ({ dto, use }) => use === "read" && whole(dto),
  );
  const columns = keys.carriers.filter(({ dto, use }) => use !== "read" || !whole(dto));
  const taken = [...rows, ...columns].find(({ dto, property }) =>
    dto.properties.some((each) => each.name === property),
  );
  if (taken !== undefined)
    return {
      kind: "refused",
      reason: `${taken.dto.name} has a property "${taken.property}" already.`,
      remedy: "Choose another name, or say which DTOs carry it: … in create.",
    };
  return { fields: fieldsOf(relation, { column: columns, row: rows }, spec) };
}
