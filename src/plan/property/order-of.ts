import type { AddProperty } from "../../change/kinds/add-property.js";
import type { Model } from "../../spec/database/database-spec.js";
import { findField } from "../field/find-field.js";
import type { Found } from "../found.js";

/** The column that rows are put in order by; null where no order matters. */
export function orderOf(change: AddProperty, target: Model): Found<string | null> {
  const { how, by } = change;
  if (how === "count" || how === "has") {
    if (by === null) return { ok: true, value: null };
    return refused(`How many rows there are does not depend on ${by}.`, `Leave "by ${by}" out.`);
  }
  if (by !== null) {
    const found = findField(by, target, (name) => ({ ...change, by: name }));
    if (!found.ok) return found;
    const { name, relation, list } = found.value;
    return relation === null && !list
      ? { ok: true, value: name }
      : refused(
          `${target.name}.${name} is no plain column.`,
          "Name a column that rows can be put in order by.",
        );
  }
  const columns = target.fields.filter(({ relation, list }) => relation === null && !list);
  const place = columns.find(
    ({ name, type }) =>
      type === "Int" && /(^|_)(sequence|position|order)$|(Sequence|Position|Order)$/.test(name),
  );
  const moment = columns.find(({ name }) => /^created_?at$/i.test(name));
  const usual = how === "list" ? (place ?? moment) : moment;
  if (usual !== undefined || how === "list") return { ok: true, value: usual?.name ?? null };
  const known = columns.map(({ name }) => name).join(", ");
  return refused(
    `Nothing says which row of ${target.name} is the latest.`,
    `Say by which column: … by <field>. It has: ${known}.`,
  );
}

function refused(reason: string, remedy: string): Found<never> {
  return { ok: false, ending: { kind: "refused", reason, remedy } };
}
