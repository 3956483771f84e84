import { expect, test } from "@jest/globals";
import { parseBlock } from "../../../src/spec/expression/parse-block.js";
import { readStatements } from "../../../src/spec/expression/read-expression.js";
import { checkExpression } from "../../../src/spec/expression/rules/check-expression.js";

function said(code: string) {
  const block = parseBlock(`{ ${code} }`);
  if (block === null) throw new Error("The code does not parse");
  return checkExpression(readStatements(block), ["log", "makeArticle"]);
}

test("a declaration that nobody uses may be what an unknown name is meant to be", () => {
  expect(said("const text = log(1); log(article);")).toContainEqual(
    expect.objectContaining({ path: "$[0].name", candidates: ["article"] }),
  );
});

test("where nothing is called alike, a statement is missing", () => {
  expect(said("log(article);")).toContainEqual(
    expect.objectContaining({
      path: "$",
      expected: "a statement that declares article",
      candidates: ["makeArticle"],
    }),
  );
});

test("what is misspelt is told where it stands alone", () => {
  expect(said("const article = log(1); log(artcle, article);").map(({ path }) => path)).toEqual([
    "$[1].value.args[0].name",
  ]);
});

test("what is said twice is to be taken out", () => {
  expect(said("const a = log(1); const a = log(1);")).toMatchObject([{ path: "$[1]", expected: "nothing" }]);
});

test("a path is one of names", () => {
  const tree = [{ kind: "expression", value: { kind: "path", from: "log().env" } }];
  expect(checkExpression(tree, ["log"])[0]).toMatchObject({ path: "$[0].value.from" });
});
