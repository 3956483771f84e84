import { ts } from "ts-morph";
import type { ArrayOf, Arrow, Member, ObjectOf, Parameter, Routine, Template } from "./expression.js";
import type { Printer, Prints } from "./printer.js";
import { toText } from "./to-text.js";
import { verbatimType } from "./verbatim.js";

const { factory } = ts;

/** What fits in one line with what stands before it; the printer itself breaks no lines. */
const SHORT = 60;

export const PRINT_COLLECTIONS: Prints<Template | ArrayOf | ObjectOf | Arrow | Routine, ts.Expression> = {
  template: (node, print) => printTemplate(node, print),
  array: ({ items }, print) =>
    short((broken) => factory.createArrayLiteralExpression(items.map(print.argument), broken)),
  object: ({ members }, print) => {
    const made = members.map((each) => printMember(each, print));
    return short((broken) => factory.createObjectLiteralExpression(made, broken));
  },
  arrow: (node, print) => printFunction(node, print.expression(node.value)),
  routine: (node, print) => printFunction(node, factory.createBlock(print.statements(node.statements), true)),
};

/** In one line where it is short, else one line for each part. */
function short<T extends ts.Node>(make: (broken: boolean) => T): T {
  const made = make(false);
  const text = toText(made);
  return text.length > SHORT || text.includes("\n") ? make(true) : made;
}

/** A member of an object, without its comma. */
export function printMember(member: Member, print: Printer): ts.ObjectLiteralElementLike {
  if (member.kind === "spread") {
    const value = print.expression(member.value);
    const binds = ts.isBinaryExpression(value) || ts.isConditionalExpression(value);
    return factory.createSpreadAssignment(binds ? factory.createParenthesizedExpression(value) : value);
  }
  const value = print.expression(member.value);
  if (member.kind === "computed")
    return factory.createPropertyAssignment(
      factory.createComputedPropertyName(print.expression(member.key)),
      value,
    );
  const { name } = member;
  if (ts.isIdentifier(value) && value.text === name && /^(name|path)$/.test(member.value.kind))
    return factory.createShorthandPropertyAssignment(name);
  return factory.createPropertyAssignment(
    /^[A-Za-z_$][\w$]*$/.test(name) ? name : factory.createStringLiteral(name),
    value,
  );
}

function printTemplate({ parts }: Template, print: Printer): ts.Expression {
  const texts = [""];
  const values: ts.Expression[] = [];
  for (const part of parts)
    if (part.kind === "text") texts.push(`${texts.pop() ?? ""}${part.text}`);
    else {
      values.push(print.expression(part.value));
      texts.push("");
    }
  const [head = "", ...tails] = texts;
  if (values.length === 0) return factory.createNoSubstitutionTemplateLiteral(head);
  const spans = values.map((value, index) => {
    const text = tails[index] ?? "";
    return factory.createTemplateSpan(
      value,
      index === values.length - 1 ? factory.createTemplateTail(text) : factory.createTemplateMiddle(text),
    );
  });
  return factory.createTemplateExpression(factory.createTemplateHead(head), spans);
}

function printFunction(
  { async, parameters, returns }: Pick<Arrow, "async" | "parameters" | "returns">,
  body: ts.ConciseBody,
): ts.Expression {
  return factory.createArrowFunction(
    async ? [factory.createModifier(ts.SyntaxKind.AsyncKeyword)] : undefined,
    undefined,
    parameters.map(printParameter),
    returns === null ? undefined : verbatimType(returns),
    factory.createToken(ts.SyntaxKind.EqualsGreaterThanToken),
    body,
  );
}

function printParameter({ name, type, optional }: Parameter): ts.ParameterDeclaration {
  const made = factory.createParameterDeclaration(
    undefined,
    undefined,
    name,
    optional ? factory.createToken(ts.SyntaxKind.QuestionToken) : undefined,
    type === null ? undefined : verbatimType(type),
  );
  // The printer leaves parentheses out where a parameter begins with its function, as those without a place all do.
  return ts.setTextRange(made, { pos: 0, end: 0 });
}
