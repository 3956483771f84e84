import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import type { InterfaceSpec } from "../../spec/interface/interface-spec.js";
import type { Spec } from "../../spec/spec.js";

/** What a backend consists of, in few words: models with their columns and relations, operations with who may call them. */
export function outlineOf({ database, api }: Spec): { readonly models: string; readonly operations: string } {
  const operations = [...api.operations.values()].map(
    ({ key, actor }) => `${key}${actor === null ? "" : ` by ${actor}`}`,
  );
  return { models: outlineModels(database), operations: operations.join("\n") };
}

export function outlineModels({ models }: DatabaseSpec): string {
  return [...models.values()].map(outlineModel).join("\n");
}

/** Operations with what they take and answer: "POST /bbs/member/articles by member: IBbsArticle.ICreate → IBbsArticle". */
export function outlineOperations({ operations }: InterfaceSpec): string {
  const lines = [...operations.values()].map(
    ({ key, actor, body, response }) =>
      `${key}${actor === null ? "" : ` by ${actor}`}: ${body ?? "nothing"} → ${response ?? "nothing"}`,
  );
  return lines.join("\n");
}

function outlineModel({ name, stance, fields }: Model): string {
  return `${name} (${stance}): ${fields.flatMap(outlineField).join(", ")}`;
}

/** The other ends of relations are said where their keys are. */
function outlineField({ name, type, optional, relation }: Field): readonly string[] {
  if (relation !== null && relation.fields.length === 0) return [];
  return [`${name} ${relation === null ? type : `→ ${relation.target}`}${optional ? "?" : ""}`];
}
