import { ts } from "ts-morph";

/** Whether leaving an expression out changes nothing but its value. Reading from the database does not. */
export function isPure(node: ts.Expression): boolean {
  let pure = true;
  const visit = (at: ts.Node): void => {
    if (!pure) return;
    if (ts.isFunctionLike(at)) return;
    if (ts.isCallExpression(at) && !isPureCall(at)) pure = false;
    if (ts.isTaggedTemplateExpression(at)) pure = false;
    if (
      ts.isBinaryExpression(at) &&
      at.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      at.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    )
      pure = false;
    ts.forEachChild(at, visit);
  };
  visit(node);
  return pure;
}

function isPureCall(call: ts.CallExpression): boolean {
  const callee = call.expression;
  if (ts.isPropertyAccessExpression(callee) && READS.has(callee.name.text)) return true;
  return PURE.test(callee.getText());
}

const PURE = new RegExp(
  `^(${[
    "typia\\.(random|misc\\.\\w+)",
    "(RandomGenerator|Math|Object|JSON|Date|globalThis\\.Date|Array|Number)\\.\\w+",
    "Number|String|Boolean|parseInt|parseFloat|v4|toISOStringSafe",
    "\\w+Transformer\\.(select|transform)",
    "ArrayUtil\\.(asyncMap|repeat)",
    "PasswordUtil\\.hash|bcrypt\\.hash|jwt\\.sign",
  ].join("|")})$`,
);

const READS: ReadonlySet<string> = new Set(
  (
    "findMany findFirst findUnique count aggregate groupBy " +
    "map filter find some every slice join trim toISOString toLowerCase toUpperCase getTime includes get has flatMap " +
    "reduce concat split replace sort at keys values entries flat indexOf startsWith endsWith substring toString toFixed"
  ).split(" "),
);
