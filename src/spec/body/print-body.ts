import { printStatements } from "../expression/print-expression.js";
import type { BodyStatement } from "./body.js";
import { lowerStatement } from "./lower/lower-statement.js";

/** The code of a body, without the braces around it; all lines but the first begin with the indent. */
export function printBody(statements: readonly BodyStatement[], indent = ""): string {
  return printStatements(
    statements.map((each) => lowerStatement(each)),
    indent,
  );
}
