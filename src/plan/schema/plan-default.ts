import type { ChangeDefault } from "../../change/kinds/change-default.js";
import type { Backend } from "../../source/backend.js";
import { defaultOf, defaultValue } from "../../spec/database/default-value.js";
import { setDefault } from "../../spec/database/edit-members.js";
import { readDatabase } from "../../spec/database/read-database.js";
import { findMember } from "../field/find-field.js";
import type { Planned } from "../planned.js";
import { planSchema } from "./plan-schema.js";

/** Plans another default of a column, its first one, or none. */
export function planDefault(backend: Backend, change: ChangeDefault): Planned {
  const database = readDatabase(backend);
  const found = findMember(change, database, (names) => ({ ...change, ...names }));
  if (!found.ok) return found.ending;
  const { model, field, name } = found.value;
  if (field.relation !== null || field.list)
    return {
      kind: "refused",
      reason: `${name} is no plain column.`,
      remedy: "Name a column that holds one value.",
    };
  const values = database.enums.get(field.type)?.values ?? [];
  const value = change.to === null ? null : defaultValue(change.to, field.type, values);
  if (change.to !== null && value === null) {
    const remedy =
      values.length > 0 ? `It may be one of: ${values.join(", ")}.` : "Write a value of that type.";
    return { kind: "refused", reason: `${name} is of type ${field.type}, not "${change.to}".`, remedy };
  }
  const old = defaultOf(field);
  if (old === value) {
    const state = value === null ? "has no default" : `has the default ${value}`;
    return { kind: "nothing-to-do", reason: `${name} ${state} already.`, nearest: [] };
  }
  const text = backend.files.get(model.path)?.text ?? "";
  return planSchema(backend, change, model, [field.name], setDefault(text, field, value), "declares");
}
