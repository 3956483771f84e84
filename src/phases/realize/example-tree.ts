import type { ILlmSchema } from "@typia/interface";
import { schemaFindings } from "../../model/loop/schema-findings.js";
import { withoutLeftOut } from "../../model/schema/leave-out.js";
import type { BodyStatement } from "../../spec/body/body.js";
import type { Expression } from "../../spec/expression/expression.js";
import { pathOf } from "../../spec/expression/make.js";

/** Longer examples are not read. */
const CHARACTERS = 3_000;

/** Code that is there as the function would take it; null where it is long, or says what cannot be said. */
export function exampleTree(
  statements: readonly BodyStatement[],
  parameters: ILlmSchema.IParameters,
): string | null {
  const body = withoutLeftOut({ statements: withPaths(statements) }, parameters);
  const text = JSON.stringify(body);
  return text.length <= CHARACTERS && schemaFindings(body, parameters).length === 0 ? text : null;
}

/** Chains of names as one path each, which is how they are said. */
function withPaths(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(withPaths);
  if (typeof tree !== "object" || tree === null) return tree;
  const from =
    "kind" in tree && /^(name|property)$/.test(String(tree.kind)) ? pathOf(tree as Expression) : null;
  if (from !== null) return { kind: "path", from };
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, withPaths(value)]));
}
