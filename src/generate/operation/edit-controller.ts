import { ts } from "ts-morph";
import type { BackendFile } from "../../source/backend.js";
import { applySplices, type Edit } from "../../source/edit.js";
import { createSource, parseTypescript } from "../../source/parse-typescript.js";
import { eolOf } from "../../source/eol.js";
import { printController } from "../create/controller/print-controller.js";
import type { Creation } from "../create/create-context.js";
import type { NewOperation } from "../create/new-model.js";
import { graftImports } from "./graft-imports.js";

/** A controller that is there with a route of one more operation behind its last one; null where it cannot be made. */
export function editController(creation: Creation, operation: NewOperation, file: BackendFile): Edit | null {
  const source = parseTypescript(file);
  const { className } = operation.controller;
  const owner = source.statements.filter(ts.isClassDeclaration).find((each) => each.name?.text === className);
  const text = printController(creation, [operation], file);
  if (owner === undefined || text === null || file.text === null) return null;
  const printed = createSource(file.path, text);
  const [method] = printed.statements.filter(ts.isClassDeclaration).flatMap(({ members }) => [...members]);
  if (method === undefined) return null;
  const eol = eolOf(file.text);
  const piece = text.slice(method.pos, method.end).replace(/^\n/, "");
  const last = owner.members.at(-1);
  const at = last?.end ?? owner.members.pos;
  const gap = last === undefined ? eol : `${eol}${eol}`;
  const splices = [
    ...graftImports(source, printed, piece),
    { start: at, end: at, text: `${gap}${piece.replaceAll("\n", eol)}` },
  ];
  return { path: file.path, before: file.text, after: applySplices(file.text, splices) };
}
