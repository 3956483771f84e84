import { ts } from "ts-morph";
import type {
  AssertType,
  AsyncForEach,
  AsyncMap,
  AsyncRepeat,
  Equal,
  ErrorExpected,
  Filter,
  ForEach,
  HttpErrorExpected,
  MapEach,
  NotEqual,
  Predicate,
  RandomKeyword,
  RandomPick,
  RandomSample,
  Repeat,
} from "./expression.js";
import type { Prints } from "./printer.js";
import { verbatimType } from "./verbatim.js";

const { factory } = ts;

type Helper =
  | Filter
  | MapEach
  | ForEach
  | AsyncMap
  | AsyncForEach
  | Repeat
  | AsyncRepeat
  | RandomPick
  | RandomSample
  | RandomKeyword
  | Equal
  | NotEqual
  | Predicate
  | ErrorExpected
  | HttpErrorExpected
  | AssertType;

/** Kinds that are calls of well-known helpers. */
export const PRINT_HELPERS: Prints<Helper, ts.Expression> = {
  filter: ({ list, each }, print) => method(print.expression(list), "filter", [print.expression(each)]),
  map: ({ list, each }, print) => method(print.expression(list), "map", [print.expression(each)]),
  forEach: ({ list, each }, print) => method(print.expression(list), "forEach", [print.expression(each)]),
  asyncMap: ({ list, each }, print) => of("ArrayUtil", "asyncMap", [list, each].map(print.expression)),
  asyncForEach: ({ list, each }, print) =>
    of("ArrayUtil", "asyncForEach", [list, each].map(print.expression)),
  repeat: ({ count, each }, print) => of("ArrayUtil", "repeat", [count, each].map(print.expression)),
  asyncRepeat: ({ count, each }, print) =>
    of("ArrayUtil", "asyncRepeat", [count, each].map(print.expression)),
  randomPick: ({ list }, print) => of("RandomGenerator", "pick", [print.expression(list)]),
  randomSample: ({ list, count }, print) =>
    of("RandomGenerator", "sample", [list, count].map(print.expression)),
  randomKeyword: ({ keyword, args }, print) => of("RandomGenerator", keyword, args.map(print.expression)),
  equal: ({ title, left, right }, print) =>
    of("TestValidator", "equals", [title, left, right].map(print.expression)),
  notEqual: ({ title, left, right }, print) =>
    of("TestValidator", "notEquals", [title, left, right].map(print.expression)),
  predicate: ({ title, condition }, print) =>
    of("TestValidator", "predicate", [title, condition].map(print.expression)),
  error: ({ title, routine }, print) => of("TestValidator", "error", [title, routine].map(print.expression)),
  httpError: ({ title, status, routine }, print) =>
    of("TestValidator", "httpError", [title, status, routine].map(print.expression)),
  assertType: ({ value, type }, print) => {
    const callee = factory.createPropertyAccessExpression(factory.createIdentifier("typia"), "assert");
    const types = type === null ? undefined : [verbatimType(type)];
    return factory.createCallExpression(callee, types, [print.expression(value)]);
  },
};

function of(owner: string, name: string, args: readonly ts.Expression[]): ts.Expression {
  return method(factory.createIdentifier(owner), name, args);
}

function method(owner: ts.Expression, name: string, args: readonly ts.Expression[]): ts.Expression {
  const callee = ts.isOptionalChain(owner)
    ? factory.createPropertyAccessChain(owner, undefined, name)
    : factory.createPropertyAccessExpression(owner, name);
  return ts.isOptionalChain(callee)
    ? factory.createCallChain(callee, undefined, undefined, args)
    : factory.createCallExpression(callee, undefined, args);
}
