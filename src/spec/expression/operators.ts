import { ts } from "ts-morph";
import type { Assign, Binary, Logical, Step, Unary } from "./expression.js";

/** The tokens of the operators, for printing; the tables below are the same the other way round, for reading. */
export const UNARIES = {
  "!": ts.SyntaxKind.ExclamationToken,
  "-": ts.SyntaxKind.MinusToken,
  "+": ts.SyntaxKind.PlusToken,
  "~": ts.SyntaxKind.TildeToken,
} as const satisfies Record<Exclude<Unary["operator"], "void" | "delete">, ts.SyntaxKind>;

export const BINARIES = {
  "===": ts.SyntaxKind.EqualsEqualsEqualsToken,
  "!==": ts.SyntaxKind.ExclamationEqualsEqualsToken,
  "==": ts.SyntaxKind.EqualsEqualsToken,
  "!=": ts.SyntaxKind.ExclamationEqualsToken,
  "<": ts.SyntaxKind.LessThanToken,
  "<=": ts.SyntaxKind.LessThanEqualsToken,
  ">": ts.SyntaxKind.GreaterThanToken,
  ">=": ts.SyntaxKind.GreaterThanEqualsToken,
  "+": ts.SyntaxKind.PlusToken,
  "-": ts.SyntaxKind.MinusToken,
  "*": ts.SyntaxKind.AsteriskToken,
  "/": ts.SyntaxKind.SlashToken,
  "%": ts.SyntaxKind.PercentToken,
  "&": ts.SyntaxKind.AmpersandToken,
  "|": ts.SyntaxKind.BarToken,
  "^": ts.SyntaxKind.CaretToken,
  "<<": ts.SyntaxKind.LessThanLessThanToken,
  ">>": ts.SyntaxKind.GreaterThanGreaterThanToken,
  instanceof: ts.SyntaxKind.InstanceOfKeyword,
} as const satisfies Record<Binary["operator"], ts.SyntaxKind>;

export const LOGICALS = {
  "&&": ts.SyntaxKind.AmpersandAmpersandToken,
  "||": ts.SyntaxKind.BarBarToken,
  "??": ts.SyntaxKind.QuestionQuestionToken,
} as const satisfies Record<Logical["operator"], ts.SyntaxKind>;

export const ASSIGNS = {
  "=": ts.SyntaxKind.EqualsToken,
  "+=": ts.SyntaxKind.PlusEqualsToken,
  "-=": ts.SyntaxKind.MinusEqualsToken,
  "*=": ts.SyntaxKind.AsteriskEqualsToken,
  "/=": ts.SyntaxKind.SlashEqualsToken,
  "??=": ts.SyntaxKind.QuestionQuestionEqualsToken,
  "||=": ts.SyntaxKind.BarBarEqualsToken,
  "&&=": ts.SyntaxKind.AmpersandAmpersandEqualsToken,
} as const satisfies Record<Assign["operator"], ts.SyntaxKind>;

export const STEPS = {
  "++": ts.SyntaxKind.PlusPlusToken,
  "--": ts.SyntaxKind.MinusMinusToken,
} as const satisfies Record<Step["operator"], ts.SyntaxKind>;

/** The operator of a token in one of the tables; null if it is none of them. */
export function operatorOf<T extends string>(
  table: Readonly<Record<T, ts.SyntaxKind>>,
  token: ts.SyntaxKind,
): T | null {
  for (const operator of Object.keys(table) as T[]) if (table[operator] === token) return operator;
  return null;
}
