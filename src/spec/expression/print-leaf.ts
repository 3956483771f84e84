import { ts } from "ts-morph";
import { printSchema } from "../interface/schema/print-schema.js";
import type { Tag } from "../interface/schema/schema.js";
import type { Leaf } from "./leaf.js";
import { pathTo } from "./make.js";
import type { Prints } from "./printer.js";
import { verbatimExpression, verbatimType } from "./verbatim.js";

const { factory } = ts;

export const PRINT_LEAVES: Prints<Leaf, ts.Expression> = {
  null: () => factory.createNull(),
  undefined: () => factory.createIdentifier("undefined"),
  boolean: ({ value }) => (value ? factory.createTrue() : factory.createFalse()),
  number: ({ value }) => printNumber(value),
  string: ({ value }) => factory.createStringLiteral(value),
  regex: ({ pattern, flags }) => factory.createRegularExpressionLiteral(`/${pattern}/${flags}`),
  name: ({ name }) => factory.createIdentifier(name),
  path: ({ from }, print) => print.expression(pathTo(from)),
  randomBoolean: () => random("boolean"),
  randomInteger: (node) =>
    random(printSchema({ kind: "number", tags: [{ name: "Type", value: "int32" }, ...rangeOf(node)] })),
  randomNumber: (node) => random(printSchema({ kind: "number", tags: rangeOf(node) })),
  randomString: ({ minLength, maxLength }) =>
    random(printSchema({ kind: "string", tags: tagsOf({ MinLength: minLength, MaxLength: maxLength }) })),
  randomPattern: ({ pattern }) => random(printSchema({ kind: "string", tags: tagsOf({ Pattern: pattern }) })),
  randomFormat: ({ format }) => random(printSchema({ kind: "string", tags: tagsOf({ Format: format }) })),
  randomType: ({ type }) => random(type),
  raw: ({ code }) => verbatimExpression(code),
};

function printNumber(value: number): ts.Expression {
  const literal = factory.createNumericLiteral(Math.abs(value));
  return value < 0 ? factory.createPrefixUnaryExpression(ts.SyntaxKind.MinusToken, literal) : literal;
}

function random(type: string): ts.Expression {
  const callee = factory.createPropertyAccessExpression(factory.createIdentifier("typia"), "random");
  return factory.createCallExpression(callee, [verbatimType(type)], []);
}

interface Range {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly multipleOf: number | null;
}

function rangeOf({ minimum, maximum, multipleOf }: Range): readonly Tag[] {
  return tagsOf({ Minimum: minimum, Maximum: maximum, MultipleOf: multipleOf });
}

function tagsOf(values: Readonly<Record<string, string | number | null>>): readonly Tag[] {
  return Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}
