import type { AddMany } from "../../change/kinds/add-many.js";
import { addInCode } from "../../generate/add/add-in-code.js";
import { addToDtos } from "../../generate/add/add-to-dtos.js";
import type { NewField } from "../../generate/add/new-field.js";
import { singularOf, partsOf, camelOf } from "../../generate/create/conventions/spelling.js";
import type { Known } from "../../generate/create/known.js";
import { checkMany } from "../../generate/many/check-many.js";
import { addJunction, createdOf, type Junction } from "../../generate/many/junction.js";
import type { Notice } from "../../generate/notice.js";
import { applyEdits } from "../../source/apply-edits.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import type { Model } from "../../spec/database/database-spec.js";
import { readSpec } from "../../spec/spec.js";
import { unwritten } from "../field/carry-fields.js";
import { chooseCarriers } from "../field/choose-carriers.js";
import { findModel } from "../field/find-field.js";
import type { Planned } from "../planned.js";
import { findTarget } from "./find-target.js";
import { nameJunction } from "./name-junction.js";
import { showMany } from "./show-many.js";
import { readActors } from "../../generate/create/conventions/actors.js";
import { keyType } from "../../generate/relation/carry-relation.js";

/** Plans a relation from many rows to many, by a table of its own that callers fill with ids. */
export function planAddMany(backend: Backend, change: AddMany): Planned {
  const known: Known = { backend, ...readSpec(backend) };
  const { database } = known;
  const model = findModel(change.to, database, (to) => ({ ...change, to }));
  if (!model.ok) return model.ending;
  const target = findTarget(change.target, database, readActors(known), (name) => ({
    ...change,
    target: name,
  }));
  if (!target.ok) return target.ending;
  const junction = nameJunction(change, model.value, target.value.model, known);
  if ("kind" in junction) return junction;
  const words = change.carriers ?? ["read", "create", "update"];
  const rows = chooseCarriers(change.name, model.value, words, known);
  if (rows.unknown !== null && change.carriers !== null)
    return {
      kind: "refused",
      reason: `${model.value.name} has no DTO "${rows.unknown}".`,
      remedy:
        rows.known.length === 0 ? "It has none; write: in nothing." : `It has: ${rows.known.join(", ")}.`,
    };
  const ids = idsOf(change, model.value, target.value.model, junction, words, known);
  const taken = [...ids.carriers, ...rows.carriers].find(({ dto, property }) =>
    dto.properties.some(({ name }) => name === property),
  );
  if (taken !== undefined)
    return {
      kind: "refused",
      reason: `${taken.dto.name} has a property "${taken.property}" already.`,
      remedy: "Choose another name, or say which DTOs carry it: … in create.",
    };
  const guards = checkMany(ids, target.value.model, known);
  const code = addInCode(backend, database, [ids], [], guards.splices);
  const [unclear] = [...code.unclear, ...unwritten(backend, [ids], code.written, known)];
  if (unclear !== undefined)
    return {
      kind: "refused",
      reason: `${unclear.path}:${unclear.line} cannot be followed by rule: ${unclear.why}.`,
      remedy: "Say which DTOs carry the relation (… in read), or change that place by hand first.",
    };
  const written: readonly Edit[] = [
    ...addJunction(junction, known),
    ...addToDtos(backend, known, [ids]),
    ...code.edits,
  ];
  const notices = guards.missing.map(({ path, line, why }): Notice => ({
    kind: "repository",
    path,
    line,
    text: `Nothing here checks the rows that a caller names: ${why}`,
  }));
  return showMany(
    change,
    { base: known, junction, ids, written, notices },
    {
      ...known,
      backend: applyEdits(backend, written),
    },
  );
}

/** The list of ids in what callers write. */
function idsOf(
  { name }: AddMany,
  model: Model,
  target: Model,
  { own, other }: Junction,
  words: readonly string[],
  known: Known,
): NewField {
  const single = singularOf(partsOf(name));
  const { carriers } = chooseCarriers(`${single.join("_")}_ids`, model, words, known);
  const key = keyType(target) === "int" ? `number & tags.Type<"int32">` : `string & tags.Format<"uuid">`;
  return {
    model,
    name: own.opposite,
    type: { name: keyType(target), values: [], optional: false },
    default: "[]",
    carriers: carriers.filter(({ use }) => use !== "read"),
    doc: `Ids of the ${partsOf(name).join(" ")}.`,
    shows: { type: `(${key})[] & tags.UniqueItems`, dto: null },
    many: {
      relation: other.name,
      column: other.column,
      created: createdOf(known),
      each: camelOf([...single, "id"]),
    },
  };
}
