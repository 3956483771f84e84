import { ts } from "ts-morph";
import type { Expression, RandomKeyword } from "./expression.js";
import { readRandom } from "./read-random.js";
import type { Reader } from "./reader.js";

/** Calls of well-known helpers that have a kind of their own; null for all other calls. */
export function readHelper(node: ts.Expression, read: Reader): Expression | null {
  if (!ts.isCallExpression(node) || node.questionDotToken !== undefined) return null;
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined) return null;
  if (node.arguments.some(ts.isSpreadElement)) return null;
  const owner = ts.isIdentifier(callee.expression) ? callee.expression.text : "";
  const name = callee.name.text;
  if (owner === "typia") return readTypia(name, node, read);
  if (node.typeArguments !== undefined) return null;
  if (owner === "RandomGenerator") return readGenerator(name, node, read);
  const [first, second, third, more] = node.arguments;
  if (more !== undefined || first === undefined) return null;
  if (second === undefined) return readMethod(name, callee.expression, first, read);
  if (owner === "ArrayUtil" && third === undefined) return readArrayUtil(name, first, second, read);
  return owner === "TestValidator" ? readValidator(name, [first, second, third], read) : null;
}

function readTypia(name: string, node: ts.CallExpression, read: Reader): Expression | null {
  const [type, ...types] = node.typeArguments ?? [];
  const [value, ...values] = node.arguments;
  if (types.length > 0 || values.length > 0) return null;
  if (name === "random") return type !== undefined && value === undefined ? readRandom(type) : null;
  if (name !== "assert" || value === undefined) return null;
  return { kind: "assertType", value: read.expression(value), type: type?.getText() ?? null };
}

const KEYWORDS: readonly RandomKeyword["keyword"][] = [
  "alphabets",
  "alphaNumeric",
  "name",
  "paragraph",
  "content",
  "mobile",
];

function readGenerator(name: string, node: ts.CallExpression, read: Reader): Expression | null {
  const args = node.arguments.map(read.expression);
  const [list, count, more] = args;
  if (name === "pick" && list !== undefined && count === undefined) return { kind: "randomPick", list };
  if (name === "sample" && list !== undefined && count !== undefined && more === undefined)
    return { kind: "randomSample", list, count };
  const keyword = KEYWORDS.find((each) => each === name);
  return keyword === undefined ? null : { kind: "randomKeyword", keyword, args };
}

function readMethod(
  name: string,
  owner: ts.Expression,
  each: ts.Expression,
  read: Reader,
): Expression | null {
  if (name !== "filter" && name !== "map" && name !== "forEach") return null;
  return { kind: name, list: read.expression(owner), each: read.expression(each) };
}

function readArrayUtil(
  name: string,
  first: ts.Expression,
  each: ts.Expression,
  read: Reader,
): Expression | null {
  if (name === "asyncMap" || name === "asyncForEach")
    return { kind: name, list: read.expression(first), each: read.expression(each) };
  if (name !== "repeat" && name !== "asyncRepeat") return null;
  return { kind: name, count: read.expression(first), each: read.expression(each) };
}

function readValidator(
  name: string,
  [one, two, three]: readonly [ts.Expression, ts.Expression, ts.Expression | undefined],
  read: Reader,
): Expression | null {
  const title = read.expression(one);
  const second = read.expression(two);
  if (three === undefined) {
    if (name === "predicate") return { kind: "predicate", title, condition: second };
    return name === "error" ? { kind: "error", title, routine: second } : null;
  }
  const third = read.expression(three);
  if (name === "equals") return { kind: "equal", title, left: second, right: third };
  if (name === "notEquals") return { kind: "notEqual", title, left: second, right: third };
  return name === "httpError" ? { kind: "httpError", title, status: second, routine: third } : null;
}
