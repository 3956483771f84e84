import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseBlock } from "../../../src/spec/expression/parse-block.js";
import { printExpression } from "../../../src/spec/expression/print-expression.js";
import { readStatements } from "../../../src/spec/expression/read-expression.js";
import { checkExpression } from "../../../src/spec/expression/rules/check-expression.js";
import { anyStatement } from "./any-tree.js";

/** Each rule with code that breaks it: where, what would be right, and what may be taken instead. */
const BROKEN: readonly (readonly [code: string, path: string, expected: string, candidate: string | null])[] =
  [
    ["log(usr);", "$[0].value.args[0].name", "a name that exists", "user"],
    ["log(later); const later = 1;", "$[0].value.args[0].name", "a name that exists", null],
    ["const user2 = 1; const user2 = 2;", "$[1].name", "a name that is not taken", "user22"],
    ["const a = 1; a = 2;", "$[1].value.target", "a variable", null],
    ["const a = 1; a++;", "$[1].value.target", "a variable", null],
    ["log(() => { const a = await log(1); });", "$[0].value.args[0].async", "true", "true"],
    ["if (user) { break; }", "$[0].then[0]", "a statement that does not speak of a loop", "return"],
    [
      "for (const a of user) { log(() => { continue; }); }",
      "$[0].statements[0].value.args[0].statements[0]",
      "a statement that does not speak of a loop",
      "return",
    ],
    ["return 1; log(2);", "$[1]", "no statement", null],
  ];

test.each(BROKEN)("%s", (code, path, expected, candidate) => {
  const block = parseBlock(`{ ${code} }`);
  if (block === null) throw new Error("The code does not parse");
  const found = checkExpression(readStatements(block), ["log", "user"]);
  expect(found).toEqual([expect.objectContaining({ path, expected })]);
  expect(found[0]?.advice).toMatch(/\w/);
  if (candidate !== null) expect(found[0]?.candidates[0]).toBe(candidate);
});

/** What only a tree can say wrong, because code that says it does not parse. */
const TREES: readonly (readonly [tree: object, path: string, expected: string])[] = [
  [
    { kind: "let", constant: true, name: "a b", type: null, value: null },
    "$.name",
    "a name of letters, digits, _ and $",
  ],
  [
    { kind: "let", constant: true, name: "class", type: null, value: null },
    "$.name",
    "a name of letters, digits, _ and $",
  ],
  [{ kind: "let", constant: true, name: "a", type: "string;", value: null }, "$.type", "a type"],
  [
    { kind: "randomPattern", pattern: "(" },
    "$.pattern",
    "a regular expression without the slashes around it",
  ],
  [
    { kind: "regex", pattern: "a", flags: "??" },
    "$.pattern",
    "a regular expression without the slashes around it",
  ],
  [{ kind: "raw", code: "if (" }, "$.code", "statements that parse"],
  [
    { kind: "expression", value: { kind: "raw", code: "return 1" } },
    "$.value.code",
    "one expression that parses",
  ],
  [
    { kind: "assign", operator: "=", target: { kind: "number", value: 1 }, value: { kind: "null" } },
    "$.target",
    "a variable, a property or an element",
  ],
];

test.each(TREES)("%j", (tree, path, expected) => {
  expect(checkExpression(tree, [])).toEqual([expect.objectContaining({ path, expected })]);
});

test("a path may say that there may be nothing behind a name, and ends in a name", () => {
  const from = (path: string) => checkExpression({ kind: "path", from: path }, ["row"]);
  expect(from("row.parent?.id")).toEqual([]);
  expect(from("row.parent?")).toMatchObject([{ path: "$.from" }]);
  expect(from("row.par?ent.id")).toMatchObject([{ path: "$.from" }]);
  expect(printExpression({ kind: "path", from: "row.parent?.id" })).toBe("row.parent?.id");
});

test("a path leads to what it speaks of", () => {
  fc.assert(
    fc.property(fc.array(anyStatement, { maxLength: 3 }), (trees) => {
      for (const { path, found } of checkExpression(trees, [])) {
        const steps = path.match(/[^.[\]$]+/g) ?? [];
        const node = steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], trees);
        expect({ path, found, node }).not.toEqual({ path, found, node: undefined });
      }
    }),
    { numRuns: 100 },
  );
});
