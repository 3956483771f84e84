import { ts } from "ts-morph";
import { createSource, syntaxError } from "../../../source/parse-typescript.js";
import { placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

/** What is given as a type is one. */
export function typesParse(tree: unknown, at: string): readonly Violation[] {
  return typesIn(tree, at).flatMap(({ path, type }) =>
    isType(type)
      ? []
      : [
          {
            path,
            expected: "a type",
            found: type,
            candidates: [],
            advice: "Write a type of TypeScript alone, such as `IBbsArticle.ICreate`, without `:` and `;`.",
          },
        ],
  );
}

/** All types of a tree, with their places. */
export function typesIn(
  tree: unknown,
  at: string,
): readonly { readonly path: string; readonly type: string }[] {
  return placesIn(tree, at).flatMap(({ node, path }) => {
    const list = Array.isArray(node["types"]) ? (node["types"] as readonly unknown[]) : [];
    const parameters = Array.isArray(node["parameters"]) ? (node["parameters"] as readonly unknown[]) : [];
    return [
      { path: `${path}.type`, type: node["type"] },
      { path: `${path}.returns`, type: node["returns"] },
      ...list.map((type, index) => ({ path: `${path}.types[${index}]`, type })),
      ...parameters.map((each, index) => ({
        path: `${path}.parameters[${index}].type`,
        type: (each as { readonly type?: unknown }).type,
      })),
    ].flatMap(({ path: place, type }) => (typeof type === "string" ? [{ path: place, type }] : []));
  });
}

function isType(type: string): boolean {
  const source = createSource("type.ts", `type T = ${type};`);
  const [only, ...others] = source.statements;
  return (
    syntaxError(source) === null &&
    others.length === 0 &&
    only !== undefined &&
    ts.isTypeAliasDeclaration(only)
  );
}
