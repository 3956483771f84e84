import { ts } from "ts-morph";
import type { Let, Unpack, UnpackedName } from "./expression.js";
import type { Reader } from "./reader.js";

/** A declaration of one variable, or of several that are parts of one value; null for all others. */
export function readVariable(list: ts.VariableDeclarationList, read: Reader): Let | Unpack | null {
  const [declared, ...others] = list.declarations;
  const scope = list.flags & ts.NodeFlags.BlockScoped;
  const constant = scope === ts.NodeFlags.Const;
  if (declared === undefined || others.length > 0) return null;
  if (!constant && scope !== ts.NodeFlags.Let) return null;
  const { name, type, initializer, exclamationToken } = declared;
  if (ts.isIdentifier(name)) {
    if (exclamationToken !== undefined) return null;
    const value = initializer === undefined ? null : read.expression(initializer);
    return { kind: "let", constant, name: name.text, type: type?.getText() ?? null, value };
  }
  if (!constant || type !== undefined || initializer === undefined) return null;
  const names = name.elements.map(readName);
  if (!names.every((each) => each !== null)) return null;
  const from = ts.isObjectBindingPattern(name) ? "object" : "array";
  return { kind: "unpack", from, names, value: read.expression(initializer) };
}

function readName(node: ts.ArrayBindingElement): UnpackedName | null {
  if (ts.isOmittedExpression(node) || node.dotDotDotToken !== undefined || node.initializer !== undefined)
    return null;
  const { name, propertyName } = node;
  if (!ts.isIdentifier(name)) return null;
  if (propertyName !== undefined && !ts.isIdentifier(propertyName)) return null;
  return { name: name.text, property: propertyName?.text ?? null };
}
