import { ts } from "ts-morph";
import type { FieldType } from "../../change/field-type.js";

export type LiteralValue = string | number | boolean;

/** The value that a literal writes; null for what is none. */
export function literalOf(node: ts.Node): LiteralValue | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  const negative = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken;
  return negative && ts.isNumericLiteral(node.operand) ? -Number(node.operand.text) : null;
}

/** The same value in another type, as TypeScript writes it; null where it has no place there. */
export function convertedLiteral(value: LiteralValue, { name, values }: FieldType): string | null {
  const text = String(value);
  if (values.length > 0) return values.includes(text) ? JSON.stringify(text) : null;
  switch (name) {
    case "string":
      return JSON.stringify(text);
    case "int":
      return wholeOf(value);
    case "double":
      return typeof value === "boolean"
        ? String(Number(value))
        : /^-?\d+(\.\d+)?$/.test(text)
          ? String(Number(text))
          : null;
    case "boolean":
      return ["true", "1"].includes(text) ? "true" : ["false", "0"].includes(text) ? "false" : null;
    case "datetime":
      return typeof value === "string" && isMoment(value) ? JSON.stringify(value) : null;
    case "uuid":
    case "uri":
    case "email":
      return typeof value === "string" && FORMATS[name].test(value) ? JSON.stringify(value) : null;
    default:
      return null;
  }
}

function wholeOf(value: LiteralValue): string | null {
  const number = typeof value === "string" && !/^-?\d+$/.test(value) ? NaN : Number(value);
  return Number.isInteger(number) && Math.abs(number) < 2 ** 31 ? String(number) : null;
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text));
}

const FORMATS = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  uri: /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
} as const;

/** One of a row of values for tests, different ones for different numbers as far as the type has them. */
export function exampleOf({ name, values }: FieldType, index: number): string {
  if (values.length > 0) return JSON.stringify(values[index % values.length]);
  const number = index + 1;
  switch (name) {
    case "int":
      return String(number);
    case "double":
      return `${number}.5`;
    case "boolean":
      return String(index % 2 === 0);
    case "datetime":
      return JSON.stringify(new Date(Date.UTC(2030, 0, number)).toISOString());
    case "uuid":
      return JSON.stringify(`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`);
    case "uri":
      return JSON.stringify(`https://example.com/${number}`);
    case "email":
      return JSON.stringify(`somebody${number}@example.com`);
    default:
      return JSON.stringify(`text ${number}`);
  }
}
