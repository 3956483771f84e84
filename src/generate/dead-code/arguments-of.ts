import { ts } from "ts-morph";
import type { Deadness } from "./deadness.js";

/** What the callers of a function give for one of its parameters. */
export function argumentsOf(
  { view }: Pick<Deadness, "view">,
  parameter: ts.ParameterDeclaration,
): readonly ts.Expression[] {
  const owner = parameter.parent;
  const name = "name" in owner ? owner.name : undefined;
  if (name === undefined || !ts.isIdentifier(name)) return [];
  const index = owner.parameters.indexOf(parameter);
  return [...view.usesOf(name.text, owner)].flatMap((place) => {
    const call = place.parent;
    const argument =
      ts.isCallExpression(call) && call.expression === place ? call.arguments[index] : undefined;
    return argument === undefined ? [] : [argument];
  });
}
