import { placesIn, type TreeNode } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

/** Values are given to variables, properties and elements, and not to constants. */
export function assignsVariable(tree: unknown, at: string): readonly Violation[] {
  const places = placesIn(tree, at);
  const constants = new Set(
    places.flatMap(({ node }) => (isLet(node) && node["constant"] === true ? [node["name"]] : [])),
  );
  // The same name may be a constant in one function and a variable in another.
  const variables = new Set(
    places.flatMap(({ node }) =>
      node.kind === "loop" || (isLet(node) && node["constant"] === false) ? [node["name"]] : [],
    ),
  );
  return places.flatMap(({ node, path }) => {
    if (node.kind !== "assign" && node.kind !== "step") return [];
    const target = node["target"] as {
      readonly kind: string;
      readonly name?: unknown;
      readonly from?: unknown;
    };
    const name = target.kind === "name" ? target.name : target.kind === "path" ? target.from : null;
    if (name !== null && constants.has(name) && !variables.has(name))
      return [
        {
          path: `${path}.target`,
          expected: "a variable",
          found: `the constant ${String(name)}`,
          candidates: [],
          advice: `Declare ${String(name)} with "constant": false, or give the value to another variable.`,
        },
      ];
    return ["name", "path", "property", "element"].includes(target.kind)
      ? []
      : [
          {
            path: `${path}.target`,
            expected: "a variable, a property or an element",
            found: target.kind,
            candidates: [],
            advice: "Only what has a name or a place can be given a value.",
          },
        ];
  });
}

function isLet({ kind }: TreeNode): boolean {
  return kind === "let";
}
