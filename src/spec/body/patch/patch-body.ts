import { applySplices } from "../../../source/edit.js";
import { eolOf } from "../../../source/eol.js";
import { parseBlock } from "../../expression/parse-block.js";
import type { Spans } from "../../expression/reader.js";
import { sameButOrder } from "../../expression/same-but-order.js";
import type { BodyStatement } from "../body.js";
import { CLIENT } from "../lower/lower-statement.js";
import { printBody } from "../print-body.js";
import { readBody } from "../read-body.js";
import { indentAt } from "./lines.js";
import { patchList } from "./patch-node.js";

/** A body as it was read: its statements, and where everything in them stands. */
export interface WrittenBody {
  readonly statements: readonly BodyStatement[];
  readonly spans: Spans;
}

/**
 * The text with another body in it: only what differs is written, all other text stays to the byte. If what comes out
 * did not say the same as the new statements, the whole body is written anew.
 */
export function patchBody(text: string, before: WrittenBody, after: readonly BodyStatement[]): string {
  const { statements, spans } = before;
  const around = spans.get(statements);
  if (around === undefined) throw new Error("The statements were not read from this text");
  const eol = eolOf(text);
  const indent = indentAt(text, around.start);
  const block = `{\n${indent}  ${printBody(after, `${indent}  `)}\n${indent}}`;
  // Kinds that say the same in other ways are those that are read, too, so that they are compared alike.
  const wanted = readOf(block);
  const splices =
    wanted === null ? null : patchList("statement", statements, wanted, { text, spans, client: CLIENT });
  const written = (splices ?? []).map((each) => ({ ...each, text: each.text.replace(/\r?\n/g, eol) }));
  const result = applySplices(text, written);
  const body = readOf(result.slice(around.start, result.length - (text.length - around.end)));
  if (body !== null && sameButOrder(body, wanted)) return result;
  return text.slice(0, around.start) + block.replace(/\r?\n/g, eol) + text.slice(around.end);
}

function readOf(code: string): readonly BodyStatement[] | null {
  const block = parseBlock(code);
  return block === null ? null : readBody(block);
}
