import { formatCode } from "../../generate/create/text/format-code.js";
import { applySplices, type Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import type { BodyStatement } from "../../spec/body/body.js";
import { parseBlock } from "../../spec/expression/parse-block.js";
import { indentAt } from "../../spec/body/patch/lines.js";
import type { PlacedPart } from "../align-trees.js";

/** The text with new statements laid out as the backend's formatter would; all other text stays to the byte. */
export function layOut(
  text: string,
  parts: readonly PlacedPart[],
  fresh: readonly BodyStatement[],
  width: number,
): string {
  const splices = fresh.flatMap((statement): readonly Splice[] => {
    const span = parts.find(({ part }) => part === statement)?.span;
    const code = span === undefined ? "" : text.slice(span.start, span.end);
    if (span === undefined || hasLongTemplate(code) || parseBlock(`{${code}}`) === null) return [];
    const indent = indentAt(text, span.start);
    return [{ ...span, text: laidOut(code, indent, width).replaceAll("\n", eolOf(text)) }];
  });
  return applySplices(text, splices);
}

/** The lines of a template are no lines of code. */
function hasLongTemplate(code: string): boolean {
  return code.split("\n").some((line) => line.split("`").length % 2 === 0);
}

/** In a function of its own, where every statement may stand. */
function laidOut(code: string, indent: string, width: number): string {
  const lines = formatCode(`async function f() {\n${code}\n}`, width - indent.length + 2)
    .trimEnd()
    .split("\n")
    .slice(1, -1);
  return lines
    .map((line, index) => (index === 0 || line === "" ? line.trimStart() : `${indent}${line.slice(2)}`))
    .join("\n");
}
