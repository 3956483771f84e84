import { ts } from "ts-morph";
import { applySplices, type Edit } from "../../source/edit.js";
import { createSource, parseTypescript } from "../../source/parse-typescript.js";
import { eolOf } from "../../source/eol.js";
import type { Creation } from "../create/create-context.js";
import { printDto } from "../create/dto/print-dto.js";
import { printPage } from "../create/dto/print-page.js";
import type { NewOperation } from "../create/new-model.js";
import { graftImports } from "./graft-imports.js";

const FOLDER = "src/api/structures";

/** The DTOs that an operation takes and answers with, as far as they are not there; null where one cannot be added. */
export function dtoEdits(creation: Creation, operation: NewOperation): readonly Edit[] | null {
  const { model, known, dto, schema, code, views } = creation;
  const { dtos } = known.api;
  const path = `${FOLDER}/I${model.pascal}.ts`;
  const text = printDto({ ...model, operations: [operation] }, views, dto, schema, code.width);
  const edits: Edit[] = [];
  const file = known.backend.files.get(path);
  if (file === undefined) edits.push({ path, before: null, after: text });
  else if (operation.body !== null && !dtos.has(operation.body)) {
    const after = withMember(file, text, operation.body.slice(operation.body.lastIndexOf(".") + 1));
    if (after === null) return null;
    edits.push({ path, before: file.text, after });
  }
  const page = `${FOLDER}/IPageI${model.pascal}.ts`;
  if (operation.kind !== "list" || dtos.has(operation.response ?? "")) return edits;
  if (known.backend.files.has(page)) return null;
  const summary = operation.response?.endsWith(".ISummary") === true;
  const after = printPage(model, summary, dto, known, code.width);
  return [...edits, { path: page, before: null, after }];
}

/** A file of DTOs with one member more in its namespace, which it gets if it has none. */
export function withMember(
  file: { readonly path: string; readonly text: string | null },
  text: string,
  name: string,
): string | null {
  const before = file.text ?? "";
  const source = parseTypescript(file as Parameters<typeof parseTypescript>[0]);
  const printed = createSource(file.path, text);
  const made = spaceIn(printed);
  const member = made?.statements.find((each) => ts.isTypeAliasDeclaration(each) && each.name.text === name);
  if (made === null || member === undefined) return null;
  const eol = eolOf(before);
  const piece = text.slice(member.pos, member.end).replace(/^\n+/, "");
  const space = spaceIn(source);
  const head = text
    .slice(0, made.getStart())
    .slice(text.slice(0, made.getStart()).lastIndexOf("export namespace"));
  const last = space?.statements.at(-1);
  const at = space === null ? before.trimEnd().length : (last?.end ?? space.statements.pos);
  const added =
    space === null
      ? `${eol}${head}{${eol}${piece.replaceAll("\n", eol)}${eol}}`
      : `${eol}${last === undefined ? "" : eol}${piece.replaceAll("\n", eol)}`;
  return applySplices(before, [...graftImports(source, printed, piece), { start: at, end: at, text: added }]);
}

function spaceIn(source: ts.SourceFile): ts.ModuleBlock | null {
  const found = source.statements.filter(ts.isModuleDeclaration)[0]?.body;
  return found !== undefined && ts.isModuleBlock(found) ? found : null;
}
