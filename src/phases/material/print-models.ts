import type { Field, Model } from "../../spec/database/database-spec.js";

/** Models with every column and relation, as code speaks of them. */
export function printModels(models: readonly Model[]): string {
  return models.map(printModel).join("\n");
}

function printModel({ name, stance, fields, attributes }: Model): string {
  const columns = fields.flatMap((field) => (field.relation === null ? [printColumn(field)] : []));
  const relations = fields.flatMap((field) => (field.relation === null ? [] : [printRelation(field)]));
  const keys = attributes.flatMap(({ kind, fields: over }) =>
    kind === "unique" || kind === "id" ? [`unique ${over.join("_")}`] : [],
  );
  return `${name} (${stance}): ${[...columns, ...relations, ...keys].join(", ")}`;
}

function printColumn({ name, type, optional, list, unique, hasDefault }: Field): string {
  const marks = [unique ? " unique" : "", hasDefault ? " default" : ""].join("");
  return `${name} ${type}${list ? "[]" : ""}${optional ? "?" : ""}${marks}`;
}

function printRelation({ name, list, optional, relation }: Field): string {
  return `${name} → ${relation?.target ?? ""}${list ? "[]" : ""}${optional ? "?" : ""}`;
}
