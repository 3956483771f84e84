import { ts } from "ts-morph";
import { createTextWriter, type TextWriter } from "./text-writer.js";

const SOURCE = ts.createSourceFile("printed.ts", "", ts.ScriptTarget.Latest);

// Characters beyond ASCII are kept: texts of people are to be read by people.
const OPTIONS: ts.PrinterOptions & { readonly neverAsciiEscape: boolean } = {
  newLine: ts.NewLineKind.LineFeed,
  neverAsciiEscape: true,
};

const PRINTER = ts.createPrinter(OPTIONS) as ts.Printer & {
  readonly writeNode: (hint: ts.EmitHint, node: ts.Node, source: ts.SourceFile, writer: TextWriter) => void;
};

/** The code of a node that the factory made; all lines but the first begin with the indent. */
export function toText(node: ts.Node, indent = ""): string {
  const writer = createTextWriter(indent);
  PRINTER.writeNode(ts.EmitHint.Unspecified, node, SOURCE, writer);
  return writer.getText();
}
