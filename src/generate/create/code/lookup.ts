import { ts } from "ts-morph";
import { classify } from "../../../source/layout.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import type { Model } from "../../../spec/database/database-spec.js";
import type { Known } from "../known.js";
import { most } from "../../../util/most.js";
import type { CodeStyle } from "./code-style.js";

/** Names that an operation has at hand: its actor and the parameters of its path. */
export interface AtHand {
  readonly actor: string | null;
  readonly parameters: readonly string[];
}

/**
 * The conditions, but for the id, under which operations of an actor find a row of a model: who may reach it is said
 * there. Those that ask for the actor win over those that do not; null if nothing is found by its id.
 */
export function lookupOf(
  model: Model,
  atHand: AtHand,
  style: CodeStyle,
  known: Known,
): readonly string[] | null {
  const found: string[][] = [];
  for (const { actor, provider } of known.api.operations.values()) {
    if (actor !== atHand.actor || provider === null) continue;
    const file = known.backend.files.get(provider.path);
    if (file === undefined || classify(file.path) !== "operation" || file.text?.includes(model.name) !== true)
      continue;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const conditions = conditionsOf(node, model, atHand, style);
        if (conditions !== null) found.push([...conditions]);
      }
      ts.forEachChild(node, visit);
    };
    visit(parseTypescript(file));
  }
  const asking = found.filter((each) => each.some((text) => asksFor(text, atHand.actor)));
  const chosen = most((asking.length > 0 ? asking : found).map((each) => JSON.stringify(each)));
  return chosen === null ? null : (JSON.parse(chosen) as string[]);
}

function asksFor(text: string, actor: string | null): boolean {
  return actor !== null && new RegExp(`\\b${actor}\\.id\\b`).test(text);
}

/** The conditions of a search by id that can be asked elsewhere, too; null for any other call. */
function conditionsOf(
  call: ts.CallExpression,
  model: Model,
  atHand: AtHand,
  style: CodeStyle,
): readonly string[] | null {
  if (!new RegExp(`prisma\\.${model.name}\\.find(First|Unique)(OrThrow)?$`).test(call.expression.getText()))
    return null;
  const where = property(call.arguments[0], "where");
  if (where === undefined || !ts.isObjectLiteralExpression(where)) return null;
  const names = where.properties.map((each) => each.name?.getText());
  if (!names.includes("id")) return null;
  const others = where.properties.filter((each) => each.name?.getText() !== "id");
  if (!others.every((each) => isAtHand(each, atHand, style))) return null;
  return others.map((each) => each.getText().replace(/\s+/g, " "));
}

/** Whether a condition speaks of nothing but what any operation of the actor knows. */
function isAtHand(node: ts.Node, { actor, parameters }: AtHand, style: CodeStyle): boolean {
  let good = !ts.isSpreadAssignment(node) && !ts.isShorthandPropertyAssignment(node);
  const visit = (each: ts.Node): void => {
    if (
      ts.isLiteralExpression(each) ||
      each.kind === ts.SyntaxKind.TrueKeyword ||
      each.kind === ts.SyntaxKind.FalseKeyword
    )
      good = false;
    if (ts.isPropertyAssignment(each)) return visit(each.initializer);
    if (ts.isPropertyAccessExpression(each)) {
      const text = each.getText();
      const known = [`${actor}.id`, ...(style.destructures ? [] : parameters)];
      const bare = style.destructures ? text : text.replace(/^props\./, "");
      if (!known.includes(bare) || (!style.destructures && bare === text)) good = false;
      return;
    }
    if (ts.isIdentifier(each)) {
      if (!(style.destructures && parameters.includes(each.text)) && each.text !== "undefined") good = false;
      return;
    }
    ts.forEachChild(each, visit);
  };
  visit(node);
  return good;
}

function property(node: ts.Expression | undefined, name: string): ts.Expression | undefined {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.filter(ts.isPropertyAssignment).find((each) => each.name.getText() === name)
    ?.initializer;
}
