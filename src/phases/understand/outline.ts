import type { Field, Model } from "../../spec/database/database-spec.js";
import type { Spec } from "../../spec/spec.js";

/** What a backend consists of, in few words: models with their columns and relations, operations with who may call them. */
export function outlineOf({ database, api }: Spec): { readonly models: string; readonly operations: string } {
  const models = [...database.models.values()].map(outlineModel);
  const operations = [...api.operations.values()].map(
    ({ key, actor }) => `${key}${actor === null ? "" : ` by ${actor}`}`,
  );
  return { models: models.join("\n"), operations: operations.join("\n") };
}

function outlineModel({ name, stance, fields }: Model): string {
  return `${name} (${stance}): ${fields.flatMap(outlineField).join(", ")}`;
}

/** The other ends of relations are said where their keys are. */
function outlineField({ name, type, optional, relation }: Field): readonly string[] {
  if (relation !== null && relation.fields.length === 0) return [];
  return [`${name} ${relation === null ? type : `→ ${relation.target}`}${optional ? "?" : ""}`];
}
