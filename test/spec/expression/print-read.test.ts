import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { ts } from "ts-morph";
import { createSource, syntaxError } from "../../../src/source/parse-typescript.js";
import { parseBlock } from "../../../src/spec/expression/parse-block.js";
import { printExpression, printStatements } from "../../../src/spec/expression/print-expression.js";
import { readExpression, readStatements } from "../../../src/spec/expression/read-expression.js";
import { anyExpression, anyStatement } from "./any-tree.js";

test("an expression that is printed is read as the same expression", () => {
  fc.assert(
    fc.property(anyExpression, (tree) => {
      const code = `x(${printExpression(tree)});`;
      const source = createSource("printed.ts", code);
      expect({ code, error: syntaxError(source)?.message }).toEqual({ code, error: undefined });
      expect(readExpression(firstArgument(source))).toEqual(tree);
    }),
    { numRuns: 300 },
  );
});

test("statements that are printed are read as the same statements", () => {
  fc.assert(
    fc.property(fc.array(anyStatement, { maxLength: 3 }), (trees) => {
      const code = printStatements(trees);
      const block = parseBlock(`{\n${code}\n}`);
      expect({ code, read: block === null ? null : readStatements(block) }).toEqual({ code, read: trees });
    }),
    { numRuns: 150 },
  );
});

function firstArgument(source: ts.SourceFile): ts.Expression {
  const [statement] = source.statements;
  if (statement === undefined || !ts.isExpressionStatement(statement)) throw new Error("no expression");
  if (!ts.isCallExpression(statement.expression)) throw new Error("no call");
  const [argument] = statement.expression.arguments;
  if (argument === undefined) throw new Error("no argument");
  return argument;
}
