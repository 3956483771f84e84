import { ts } from "ts-morph";
import type {
  As,
  Assign,
  Await,
  Binary,
  Conditional,
  Expression,
  In,
  Logical,
  Satisfies,
  Step,
  TypeOf,
  Unary,
} from "./expression.js";
import { ASSIGNS, BINARIES, LOGICALS, STEPS, UNARIES } from "./operators.js";
import type { Printer, Prints } from "./printer.js";
import { verbatimType } from "./verbatim.js";

const { factory } = ts;

type Operator = Unary | Binary | Logical | Conditional | TypeOf | In | Assign | Step | Await | Satisfies | As;

export const PRINT_OPERATORS: Prints<Operator, ts.Expression> = {
  unary: ({ operator, operand }, print) => {
    const value = print.expression(operand);
    if (operator === "void") return factory.createVoidExpression(value);
    if (operator === "delete") return factory.createDeleteExpression(value);
    return factory.createPrefixUnaryExpression(UNARIES[operator], value);
  },
  binary: ({ operator, left, right }, print) =>
    factory.createBinaryExpression(operand(left, print), BINARIES[operator], operand(right, print)),
  logical: ({ operator, left, right }, print) =>
    factory.createBinaryExpression(
      part(left, operator, print),
      LOGICALS[operator],
      part(right, operator, print),
    ),
  conditional: ({ condition, then, otherwise }, print) =>
    factory.createConditionalExpression(
      operand(condition, print),
      undefined,
      print.expression(then),
      undefined,
      print.expression(otherwise),
    ),
  typeof: ({ operand: value }, print) => factory.createTypeOfExpression(print.expression(value)),
  in: ({ key, object }, print) =>
    factory.createBinaryExpression(operand(key, print), ts.SyntaxKind.InKeyword, operand(object, print)),
  assign: ({ operator, target, value }, print) =>
    factory.createBinaryExpression(print.expression(target), ASSIGNS[operator], print.expression(value)),
  step: ({ operator, target, prefix }, print) =>
    prefix
      ? factory.createPrefixUnaryExpression(STEPS[operator], print.expression(target))
      : factory.createPostfixUnaryExpression(print.expression(target), STEPS[operator]),
  await: ({ value }, print) => factory.createAwaitExpression(print.expression(value)),
  satisfies: ({ value, type }, print) =>
    factory.createSatisfiesExpression(typed(value, print), verbatimType(type)),
  as: ({ value, type }, print) => factory.createAsExpression(typed(value, print), verbatimType(type)),
};

/** Behind a type or a function, an operator such as `<` would be read as part of it; the factory does not see to that. */
function operand(node: Expression, print: Printer): ts.Expression {
  const made = print.expression(node);
  return TAKES_ALL.has(node.kind) ? factory.createParenthesizedExpression(made) : made;
}

const TAKES_ALL: ReadonlySet<Expression["kind"]> = new Set(["as", "satisfies", "arrow", "routine"]);

/** `??` may not stand beside the others without parentheses, and for them it reads better. */
function part(node: Expression, operator: Logical["operator"], print: Printer): ts.Expression {
  return node.kind === "logical" && node.operator !== operator
    ? factory.createParenthesizedExpression(print.expression(node))
    : operand(node, print);
}

/** The factory leaves it to its caller what `as` and `satisfies` speak of. */
function typed(node: Expression, print: Printer): ts.Expression {
  const made = print.expression(node);
  const binds = ts.isBinaryExpression(made) || ts.isConditionalExpression(made) || ts.isArrowFunction(made);
  return binds ? factory.createParenthesizedExpression(made) : made;
}
