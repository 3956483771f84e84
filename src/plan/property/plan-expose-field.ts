import type { ExposeField } from "../../change/kinds/expose-field.js";
import type { NewField } from "../../generate/add/new-field.js";
import type { Backend } from "../../source/backend.js";
import { carriersOf } from "../../spec/carried-by.js";
import type { Field } from "../../spec/database/database-spec.js";
import { defaultOf } from "../../spec/database/default-value.js";
import { isSecret } from "../../spec/database/is-secret.js";
import { readSpec } from "../../spec/spec.js";
import { carryFields } from "../field/carry-fields.js";
import { chooseCarriers } from "../field/choose-carriers.js";
import { findMember } from "../field/find-field.js";
import type { Planned } from "../planned.js";
import { fieldTypeOf } from "./field-type-of.js";

/** Plans showing a column that is there already, in the DTOs that are read where nothing is said. */
export function planExposeField(backend: Backend, change: ExposeField): Planned {
  const spec = readSpec(backend);
  const written = { of: change.of, field: change.name };
  const found = findMember(written, spec.database, ({ of, field }) => ({ ...change, of, name: field }));
  if (!found.ok) return found.ending;
  const { model, field, name } = found.value;
  const type = fieldTypeOf(field, spec.database);
  if (type === null)
    return {
      kind: "refused",
      reason: `${name} is no plain column.`,
      remedy: "Name a column that holds one value.",
    };
  const problem = problemOf(name, field, change);
  if (problem !== null) return { kind: "refused", ...problem };
  const wanted = change.in ?? ["read"];
  const { carriers, unknown, known } = chooseCarriers(field.name, model, wanted, spec);
  if (unknown !== null)
    return {
      kind: "refused",
      reason: `${model.name} has no DTO "${unknown}".`,
      remedy: `It has: ${known.filter((word) => !WRITTEN.includes(word)).join(", ")}.`,
    };
  const shown = new Set(carriersOf(model, field, spec.api).map(({ dto }) => dto));
  const missing = carriers.filter(({ dto }) => !shown.has(dto));
  if (missing.length === 0)
    return {
      kind: "nothing-to-do",
      reason: `${name} is shown in ${wanted.join(", ")} already.`,
      nearest: [],
    };
  const exposed: NewField = {
    model: model,
    name: field.name,
    type,
    default: defaultOf(field),
    carriers: missing,
    stands: true,
    ...(field.doc === "" ? {} : { doc: field.doc }),
  };
  return carryFields(backend, change, spec, {
    fields: [exposed],
    schema: [],
    added: [],
    actors: [],
    notices: [],
  });
}

const WRITTEN: readonly string[] = ["create", "update"];

function problemOf(
  name: string,
  field: Field,
  change: ExposeField,
): { readonly reason: string; readonly remedy: string } | null {
  if (isSecret(field.name))
    return { reason: `${name} is a secret.`, remedy: "Show something else; a secret is never shown." };
  const written = change.in?.find((word) => WRITTEN.includes(word));
  if (written === undefined) return null;
  return {
    reason: `Letting callers ${written} ${name} is more than showing it.`,
    remedy: "Name DTOs that are read: … in read, summary.",
  };
}
