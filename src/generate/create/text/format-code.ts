import { ts } from "ts-morph";
import { createSource, syntaxError } from "../../../source/parse-typescript.js";
import { type Doc, HARD } from "./doc.js";
import { printExpression } from "./expressions.js";
import { printDoc } from "./print-doc.js";
import { printStatement } from "./statements.js";
import { printType } from "./types.js";

/**
 * Lays out code that was put together from pieces, so that nobody has to count columns: line breaks as common
 * formatters set them, blank lines and comments as written. It knows what the printers of this folder write, and
 * prints everything else as it stands.
 */
export function formatCode(text: string, width: number): string {
  const source = createSource("new.ts", text);
  const broken = syntaxError(source);
  if (broken !== null) throw new Error(`What was printed does not parse: ${broken.message}\n${text}`);
  return printDoc(lines(source.statements), width);
}

/** The same where the code parses, and else the code as it is: whoever compiles it says what is wrong. */
export function formatIfParses(text: string, width: number): string {
  return syntaxError(createSource("new.ts", text)) === null ? formatCode(text, width) : text;
}

function print(node: ts.Node): Doc {
  return (
    printStatement(node, print, lines) ??
    printExpression(node, print) ??
    printType(node, print, lines) ??
    node.getText()
  );
}

/** Nodes in lines, each with the comments above it; a blank line stays where one was. */
function lines(nodes: readonly ts.Node[]): Doc {
  return nodes.map((node, index): Doc => {
    const blank = index > 0 && /\n[^\S\n]*\n/.test(above(node));
    const end = ts.isPropertySignature(node) ? ";" : "";
    return [index === 0 ? "" : HARD, blank ? HARD : "", comments(node), print(node), end];
  });
}

/** What stands between the end of the node before and the node, up to its comments. */
function above(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const first = ts.getLeadingCommentRanges(text, node.getFullStart())?.[0]?.pos ?? node.getStart();
  return text.slice(node.getFullStart(), first);
}

function comments(node: ts.Node): Doc {
  const text = node.getSourceFile().text;
  return (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).map(({ pos, end }): Doc => {
    const all = text
      .slice(pos, end)
      .split("\n")
      .map((line) => line.trim());
    return all.map((line, index): Doc => [index > 0 && line.startsWith("*") ? " " : "", line, HARD]);
  });
}
