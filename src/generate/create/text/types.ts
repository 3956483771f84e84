import { ts } from "ts-morph";
import { broken, type Doc, group, join, LINE, nest, SOFT } from "./doc.js";
import { startsLine } from "./expressions.js";
import { braces, type Printer } from "./shapes.js";

type Print = Printer<ts.Node>;

/** Lays out a type; null for one that is printed as it is written. */
export function printType(
  node: ts.Node,
  print: Print,
  lines: (nodes: readonly ts.Node[]) => Doc,
): Doc | null {
  if (ts.isTypeLiteralNode(node)) return printLiteral(node, print, lines);
  if (ts.isPropertySignature(node)) return printProperty(node, print);
  if (ts.isUnionTypeNode(node)) return printUnion(node, print);
  if (ts.isIntersectionTypeNode(node)) return printIntersection(node, print);
  if (ts.isParenthesizedTypeNode(node)) return ["(", print(node.type), ")"];
  if (ts.isTypeReferenceNode(node) && node.typeArguments !== undefined) return printReference(node, print);
  return null;
}

function printLiteral(
  node: ts.TypeLiteralNode,
  print: Print,
  lines: (nodes: readonly ts.Node[]) => Doc,
): Doc {
  if (!startsLine(node.members[0])) return braces(node.members.map(print), ";", false);
  return broken(
    "{",
    nest({ kind: "line", flat: null }, lines(node.members)),
    { kind: "line", flat: null },
    "}",
  );
}

function printProperty(node: ts.PropertySignature, print: Print): Doc {
  const name = `${node.name.getText()}${node.questionToken === undefined ? "" : "?"}: `;
  return node.type === undefined ? name : [name, print(node.type)];
}

function printUnion(node: ts.UnionTypeNode, print: Print): Doc {
  const bar: Doc = { kind: "either", broken: "| ", flat: "" };
  return group(nest(SOFT, bar, join([LINE, "| "], node.types.map(print))));
}

function printIntersection(node: ts.IntersectionTypeNode, print: Print): Doc {
  return group(nest(join([" &", LINE], node.types.map(print))));
}

function printReference(node: ts.TypeReferenceNode, print: Print): Doc {
  const all = node.typeArguments ?? [];
  const name = node.typeName.getText();
  const plain = all.every(
    (each) => ts.isLiteralTypeNode(each) || (ts.isTypeReferenceNode(each) && !each.typeArguments),
  );
  // A single plain argument stays where it is, however long.
  if (all.length === 1 && plain) return node.getText();
  return [name, group("<", nest(SOFT, join([",", LINE], all.map(print))), SOFT, ">")];
}
