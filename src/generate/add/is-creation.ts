import { ts } from "ts-morph";
import { keysOf } from "./literal-owners.js";

/** Whether the data of a query makes a row; else it alters one that is there. */
export function isCreation(literal: ts.ObjectLiteralExpression): boolean {
  for (let at: ts.Node = literal; !ts.isSourceFile(at) && !ts.isFunctionDeclaration(at); at = at.parent) {
    const said = verbOf(at);
    if (said !== null) return said === "create";
  }
  return keysOf(literal).includes("id");
}

/** Whether the data of a query goes to `createMany`, which takes columns only. */
export function isOfMany(literal: ts.ObjectLiteralExpression): boolean {
  for (let at: ts.Node = literal; !ts.isSourceFile(at) && !ts.isFunctionDeclaration(at); at = at.parent) {
    if (ts.isPropertyAssignment(at) && at.name.getText() === "create") return false;
    if (ts.isPropertyAssignment(at) && at.name.getText() === "createMany") return true;
    if (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression))
      if (/^(create|update)/.test(at.expression.name.text)) return /Many/.test(at.expression.name.text);
  }
  return false;
}

function verbOf(node: ts.Node): "create" | "update" | null {
  if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return verbIn(node.type.getText());
  if (ts.isVariableDeclaration(node) && node.type !== undefined) return verbIn(node.type.getText());
  if (ts.isPropertyAssignment(node)) {
    const name = node.name.getText();
    if (/^(create|createMany|connectOrCreate)$/.test(name)) return "create";
    return /^(update|updateMany)$/.test(name) ? "update" : null;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  return verbIn(node.expression.name.text);
}

/** `Prisma.bbs_articlesUncheckedCreateInput`, `createMany`. */
function verbIn(text: string): "create" | "update" | null {
  if (/(^|Unchecked|[a-z\d])[Cc]reate(Many|$|\w*Input)/.test(text)) return "create";
  return /(^|Unchecked|[a-z\d])[Uu]pdate(Many|$|\w*Input)/.test(text) ? "update" : null;
}
