import type { ts } from "ts-morph";
import { readStatements } from "../expression/read-expression.js";
import type { Spans } from "../expression/reader.js";
import type { BodyStatement } from "./body.js";
import { liftStatements } from "./lift/lift-statement.js";
import { CLIENT } from "./lower/lower-statement.js";

/** Reads the statements of an operation, a collector or a transformer. What has no kind is kept as text. */
export function readBody(block: ts.Block, spans: Spans = new WeakMap()): readonly BodyStatement[] {
  return liftStatements(readStatements(block, spans), { client: CLIENT, spans });
}
