import { ts } from "ts-morph";

/** An expression that gives a member's value and nothing else, through conversions. */
export interface ValueRead {
  readonly access: ts.PropertyAccessExpression;
  /** What stands for a value that is not there: `?? null`, `row.at ? … : undefined`. */
  readonly guard: "null" | "undefined" | null;
  /** `as "low" | "high"` */
  readonly cast: boolean;
  /** `new Date(…)`, `toISOStringSafe(…)`, `….toNumber()` */
  readonly converted: boolean;
  /** `typia.assert<IX["state"]>(…)` */
  readonly asserted: boolean;
}

/** The member that an expression reads, where `isMember` says yes; null for any other expression. */
export function readOf(
  node: ts.Expression,
  isMember: (access: ts.PropertyAccessExpression) => boolean,
): ValueRead | null {
  const of = (inner: ts.Expression): ValueRead | null => readOf(inner, isMember);
  if (ts.isPropertyAccessExpression(node) && isMember(node))
    return { access: node, guard: null, cast: false, converted: false, asserted: false };
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return of(node.expression);
  if (ts.isAsExpression(node)) return withMark(of(node.expression), { cast: true });
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && node.arguments?.length === 1)
    return withMark(of(node.arguments[0] as ts.Expression), { converted: true });
  if (ts.isCallExpression(node)) return ofCall(node, of);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    const nothing = nothingOf(node.right);
    return nothing === null ? null : withMark(of(node.left), { guard: nothing });
  }
  return ts.isConditionalExpression(node) ? ofConditional(node, of) : null;
}

function ofCall(node: ts.CallExpression, of: (inner: ts.Expression) => ValueRead | null): ValueRead | null {
  const callee = node.expression;
  const [first, second] = node.arguments;
  if (first !== undefined && second === undefined) {
    const name = callee.getText();
    if (/^typia\.assert(Equals)?$/.test(name)) return withMark(of(first), { asserted: true });
    return FUNCTIONS.has(name) ? withMark(of(first), { converted: true }) : null;
  }
  const converts = ts.isPropertyAccessExpression(callee) && METHODS.has(callee.name.text);
  return first === undefined && converts ? withMark(of(callee.expression), { converted: true }) : null;
}

const FUNCTIONS: ReadonlySet<string> = new Set([
  "toISOStringSafe",
  "Number",
  "String",
  "parseInt",
  "parseFloat",
  "Boolean",
]);
const METHODS: ReadonlySet<string> = new Set(["toISOString", "toString", "toNumber"]);

/** `row.at ? convert(row.at) : null`, either way round. */
function ofConditional(
  { condition, whenTrue, whenFalse }: ts.ConditionalExpression,
  of: (inner: ts.Expression) => ValueRead | null,
): ValueRead | null {
  const [then, nothing] = ([
    [whenTrue, nothingOf(whenFalse)],
    [whenFalse, nothingOf(whenTrue)],
  ].find(([, empty]) => empty !== null) as [ts.Expression, "null" | "undefined"] | undefined) ?? [null, null];
  const read = then === null ? null : of(then);
  if (read === null || nothing === null) return null;
  const asked = condition.getText().replace(/^!+|\s*[!=]==?\s*(null|undefined)$/g, "");
  const text = read.access.getText();
  // `row.list?.at` is asked about by `row.list`, too.
  const known = asked === text || (text.startsWith(asked) && /^\??[.[]/.test(text.slice(asked.length)));
  return known ? withMark(read, { guard: nothing }) : null;
}

function withMark(read: ValueRead | null, mark: Partial<ValueRead>): ValueRead | null {
  return read === null ? null : { ...read, ...mark };
}

/** The word for nothing that an expression is; null for anything else. */
export function nothingOf(node: ts.Expression): "null" | "undefined" | null {
  if (node.kind === ts.SyntaxKind.NullKeyword) return "null";
  return ts.isIdentifier(node) && node.text === "undefined" ? "undefined" : null;
}
