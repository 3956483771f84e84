import { ts } from "ts-morph";
import type { Backend } from "../../src/source/backend.js";
import { applySplices, type Edit, type Splice } from "../../src/source/edit.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import { classify } from "../../src/source/layout.js";
import { createSource } from "../../src/source/parse-typescript.js";
import { printBody } from "../../src/spec/body/print-body.js";
import { readBody } from "../../src/spec/body/read-body.js";
import { writtenFunctions } from "../../src/spec/body/written-functions.js";
import { printExpression } from "../../src/spec/expression/print-expression.js";
import { readExpression } from "../../src/spec/expression/read-expression.js";

const KINDS = new Set(["collector", "transformer", "operation", "test", "helper"]);

/** The backend with every body of its code and tests printed from its tree alone. */
export function printedAgain(backend: Backend): Backend {
  const edits = [...backend.files.values()].flatMap(({ path, text }): readonly Edit[] =>
    text !== null && path.endsWith(".ts") && KINDS.has(classify(path))
      ? [{ path, before: text, after: printFile(path, text) }]
      : [],
  );
  return applyEdits(backend, edits);
}

function printFile(path: string, text: string): string {
  const splices = writtenFunctions(createSource(path, text).statements).map(({ body }): Splice => ({
    start: body.getStart(),
    end: body.end,
    text: print(body),
  }));
  return applySplices(text, splices);
}

function print(body: ts.Block | ts.Expression): string {
  if (ts.isBlock(body)) return `{\n${printBody(readBody(body))}\n}`;
  const code = printExpression(readExpression(body));
  return code.startsWith("{") ? `(${code})` : code;
}
