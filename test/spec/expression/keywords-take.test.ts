import { expect, test } from "@jest/globals";
import { checkExpression } from "../../../src/spec/expression/rules/check-expression.js";

function said(keyword: string, args: readonly unknown[]) {
  const value = { kind: "randomKeyword", keyword, args };
  return checkExpression([{ kind: "expression", value }], []).map(({ path }) => path);
}

test("random words are asked for with what their keyword takes", () => {
  const length = { kind: "number", value: 8 };
  expect(said("alphabets", [length])).toEqual([]);
  expect(said("paragraph", [])).toEqual([]);
  expect(said("mobile", [length])).toEqual(["$[0].value.args", "$[0].value.keyword"]);
  expect(said("alphaNumeric", [])).toEqual(["$[0].value.args", "$[0].value.keyword"]);
});

test("a connection shares the host of one that is there", () => {
  const connection = { kind: "connection", name: "other", like: "" };
  expect(checkExpression([connection], ["connection"])[0]).toMatchObject({ path: "$[0].like" });
});
