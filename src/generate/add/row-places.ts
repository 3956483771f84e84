import { ts } from "ts-morph";
import type { Meaning } from "../names/resolve.js";
import type { NewCarrier, NewField } from "./new-field.js";
import type { Receiver } from "./receivers.js";

/** An object literal that a new field concerns. */
export interface Place {
  readonly field: NewField;
  readonly literal: ts.ObjectLiteralExpression;
}

/** What brings the values of a new field along. */
export interface Request {
  readonly carrier: NewCarrier;
  readonly receiver: Receiver;
}

export function within(node: ts.Node, scope: ts.Node): boolean {
  return scope.pos <= node.pos && node.end <= scope.end;
}

export function isRowOf(field: NewField): (meaning: Meaning) => boolean {
  return (meaning) =>
    meaning.kind === "field" && meaning.model === field.model.name && meaning.role === "row";
}

export function isAsync(modifier: ts.ModifierLike): boolean {
  return modifier.kind === ts.SyntaxKind.AsyncKeyword;
}
