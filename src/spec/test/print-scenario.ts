import { ts } from "ts-morph";
import { PRINTER } from "../expression/print-expression.js";
import { toText } from "../expression/to-text.js";
import { verbatimType } from "../expression/verbatim.js";
import { printDocComment } from "../interface/schema/print-schema.js";
import { CONNECTION_TYPE, lowerTest } from "./lower-test.js";
import type { Scenario } from "./scenario.js";

const { factory } = ts;

/** The code of a test with its doc comment; the imports of its file are derived from what it names. */
export function printScenario({ name, doc, arrange, act, assert }: Scenario): string {
  const statements = [...arrange, ...act, ...assert].map(lowerTest);
  const declared = factory.createFunctionDeclaration(
    [factory.createModifier(ts.SyntaxKind.ExportKeyword), factory.createModifier(ts.SyntaxKind.AsyncKeyword)],
    undefined,
    name,
    undefined,
    [
      factory.createParameterDeclaration(
        undefined,
        undefined,
        "connection",
        undefined,
        verbatimType(CONNECTION_TYPE),
      ),
    ],
    verbatimType("Promise<void>"),
    factory.createBlock(PRINTER.statements(statements), true),
  );
  return `${printDocComment(doc, "")}${toText(declared)}\n`;
}
