import { ts } from "ts-morph";
import type { Call, ElementAccess, New, NonNull, PropertyAccess } from "./expression.js";
import type { Prints } from "./printer.js";
import { verbatimType } from "./verbatim.js";

const { factory } = ts;

/** Once a chain has a `?.` in it, what follows belongs to the chain, or it would be called on undefined. */
export const PRINT_ACCESSES: Prints<PropertyAccess | ElementAccess | Call | New | NonNull, ts.Expression> = {
  property: ({ object, name, optional }, print) => {
    const made = print.expression(object);
    return optional || ts.isOptionalChain(made)
      ? factory.createPropertyAccessChain(made, dot(optional), name)
      : factory.createPropertyAccessExpression(made, name);
  },
  element: ({ object, index, optional }, print) => {
    const made = print.expression(object);
    return optional || ts.isOptionalChain(made)
      ? factory.createElementAccessChain(made, dot(optional), print.expression(index))
      : factory.createElementAccessExpression(made, print.expression(index));
  },
  call: ({ callee, types, args, optional }, print) => {
    const made = print.expression(callee);
    const given = types.length === 0 ? undefined : types.map(verbatimType);
    return optional || ts.isOptionalChain(made)
      ? factory.createCallChain(made, dot(optional), given, args.map(print.argument))
      : factory.createCallExpression(made, given, args.map(print.argument));
  },
  new: ({ callee, types, args }, print) =>
    factory.createNewExpression(
      print.expression(callee),
      types.length === 0 ? undefined : types.map(verbatimType),
      args.map(print.argument),
    ),
  nonNull: ({ value }, print) => {
    const made = print.expression(value);
    return ts.isOptionalChain(made)
      ? factory.createNonNullChain(made)
      : factory.createNonNullExpression(made);
  },
};

function dot(optional: boolean): ts.QuestionDotToken | undefined {
  return optional ? factory.createToken(ts.SyntaxKind.QuestionDotToken) : undefined;
}
