import { ts } from "ts-morph";
import type { BackendFile } from "../../source/backend.js";
import { applySplices, type Edit } from "../../source/edit.js";
import { createSource, parseTypescript } from "../../source/parse-typescript.js";
import { eolOf } from "../../source/eol.js";
import type { Creation } from "../create/create-context.js";
import type { NewOperation } from "../create/new-model.js";
import { printSdk } from "../create/sdk/print-module.js";
import { orderSdkImports } from "../order-sdk-imports.js";
import { graftImports } from "./graft-imports.js";

/** A file of the SDK with one more function at its end; null where there is none to follow. */
export function editSdkFile(creation: Creation, operation: NewOperation, file: BackendFile): Edit | null {
  const { path, text: before } = file;
  const text = printSdk(creation, [operation], []);
  if (text === null || before === null) return null;
  const source = parseTypescript(file);
  const printed = createSource(path, text);
  const eol = eolOf(before);
  const own = source.statements.filter((each) => !ts.isImportDeclaration(each));
  const functions = own.some((each) => !ts.isExportDeclaration(each));
  const first = printed.statements.find((each) => !ts.isImportDeclaration(each));
  if (first === undefined) return null;
  const piece = text.slice(first.pos).trim();
  // What only leads to others has nothing that functions need.
  const imports = functions
    ? graftImports(source, printed, piece)
    : [
        {
          start: own[0]?.getStart() ?? before.length,
          end: own[0]?.getStart() ?? before.length,
          text: `${headOf(printed, first).replaceAll("\n", eol)}${eol}${eol}`,
        },
      ];
  const end = before.trimEnd().length;
  const added = { start: end, end, text: `${eol}${eol}${piece.replaceAll("\n", eol)}` };
  const after = orderSdkImports(path, before, applySplices(before, [...imports, added]));
  return { path, before, after };
}

/** The imports of a file, as they stand. */
function headOf(printed: ts.SourceFile, first: ts.Node): string {
  const start = printed.statements[0]?.getStart() ?? 0;
  return printed.text.slice(start, first.pos).trim();
}
