import { ts } from "ts-morph";
import { applySplices } from "../../../source/edit.js";
import { leadingText } from "../../../source/node-span.js";
import { createSource } from "../../../source/parse-typescript.js";
import type { Operation } from "../../../spec/interface/interface-spec.js";
import { leadTo } from "../../create/sdk/edit-sdk.js";
import { colons } from "../../create/sdk/print-function.js";
import { ROOT, sdkBanner } from "../../create/sdk/print-module.js";
import { formatCode } from "../../create/text/format-code.js";
import { orderSdkImports } from "../../order-sdk-imports.js";
import { graftImports } from "../graft-imports.js";
import type { Files } from "./files.js";
import { importsFor, relocatedSource, withoutIdle } from "./kept-imports.js";
import type { Address } from "./move-route.js";

const WIDTH = 80;

/** Takes an SDK function to where its new path has it, with what it says of itself; false if it cannot. */
export function moveSdk(operation: Operation, to: Address, files: Files): boolean {
  const { accessor, controller, path } = operation;
  if (accessor === null) return false;
  const from = pathOf(accessor);
  const text = files.text(from);
  if (text === null) return false;
  const source = createSource(from, text);
  const own = source.statements.filter((each) => nameOf(each) === accessor.at(-1));
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return false;
  const comment = leadingText(first);
  const start = comment === "" ? first.getStart() : text.lastIndexOf(comment, first.getStart());
  const told = tell(text.slice(start, last.end), operation, to, colons(path));
  if (told === null) return false;
  const target = pathOf(to.accessor);
  if (target === from) {
    files.put(from, laidOut(text, applySplices(text, [{ start, end: last.end, text: told }])));
    return true;
  }
  takeOut(text, start, last.end, from, files);
  putIn(told, source, from, target, to, files);
  return controller.path !== "";
}

function pathOf(accessor: readonly string[]): string {
  return `${ROOT}${accessor.slice(0, -1).join("/")}/index.ts`;
}

function nameOf(node: ts.Statement): string | null {
  if (ts.isFunctionDeclaration(node)) return node.name?.text ?? null;
  return ts.isModuleDeclaration(node) ? node.name.text : null;
}

/** The function with its new path in tags, metadata and template, and its new name where it has one. */
function tell(piece: string, operation: Operation, to: Address, old: string): string | null {
  const { accessor, controller } = operation;
  const filled = new Map(
    [...piece.matchAll(/\$\{encodeURIComponent\([^}]*?props\.(\w+)[^}]*\}/g)].map((each) => [
      each[1] ?? "",
      each[0],
    ]),
  );
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const written = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => filled.get(name) ?? `{${name}}`);
  const template = to.path.replace(/\{(\w+)\}/g, (_, name: string) => filled.get(name) ?? `{${name}}`);
  const name = accessor?.at(-1) ?? "";
  let text = piece
    .replaceAll(`\`${written}\``, `\`${template}\``)
    .replaceAll(new RegExp(`${escape(old)}(?=["'\`\\s])`, "g"), colons(to.path))
    .replaceAll(
      `@controller ${controller.className}.${controller.methodName}`,
      `@controller ${to.controller.className}.${to.controller.methodName}`,
    )
    .replaceAll(`api.functional.${accessor?.join(".")}`, `api.functional.${to.accessor.join(".")}`);
  const renamed = to.accessor.at(-1) ?? name;
  if (renamed !== name)
    text = text
      .replaceAll(new RegExp(`(?<=\\.\\.\\.|[^.\\w"'\`/])${name}(?=[.(])`, "g"), renamed)
      .replace(`export namespace ${name} {`, `export namespace ${renamed} {`);
  return text.includes(colons(to.path)) ? text : null;
}

/** A folder that leads nowhere any more goes, and so does what leads to it. */
function takeOut(text: string, start: number, end: number, path: string, files: Files): void {
  const before = text.slice(0, start).trimEnd();
  const behind = text.slice(end).trim();
  const rest = `${before}${behind === "" ? "" : `\n\n${behind}`}\n`;
  const source = createSource(path, rest);
  const left = source.statements.filter((each) => !ts.isImportDeclaration(each));
  if (left.length === 0) return removeFolder(path, files);
  const plain = left.every(ts.isExportDeclaration);
  const kept = plain
    ? rest.slice(0, source.statements[0]?.getStart() ?? 0) + rest.slice(left[0]?.getStart() ?? 0)
    : withoutIdle(text, rest);
  const tidy = kept.replace(/\n{3,}/g, "\n\n");
  files.put(path, text.includes("\r\n") ? kept : orderSdkImports(path, text, tidy));
}

function removeFolder(path: string, files: Files): void {
  files.put(path, null);
  const folders = path.slice(ROOT.length).split("/").slice(0, -1);
  const name = folders.at(-1) ?? "";
  const parent = `${ROOT}${[...folders.slice(0, -1), "index.ts"].join("/")}`;
  const text = files.text(parent);
  if (text === null) return;
  const after = text.replace(new RegExp(`^export \\* as ${name} from [^\\n]*(\\n|$)`, "m"), "");
  const left = createSource(parent, after).statements.filter((each) => !ts.isImportDeclaration(each));
  if (left.length === 0 && folders.length > 1) removeFolder(parent, files);
  else files.put(parent, after.replace(/\n{3,}/g, "\n\n"));
}

function putIn(
  piece: string,
  source: ts.SourceFile,
  from: string,
  path: string,
  to: Address,
  files: Files,
): void {
  const text = files.text(path);
  const folders = to.accessor.slice(0, -1);
  if (text === null) {
    const imports = importsFor(source, piece.replace(/\/\*[\s\S]*?\*\//g, ""), from, path);
    const packages = imports.filter((each) => !/from "\./.test(each));
    const own = imports.filter((each) => /from "\./.test(each));
    const parts = [packages.join("\n"), own.join("\n"), piece].filter((each) => each !== "");
    const made = `${sdkBanner(folders)}${parts.join("\n\n")}\n`;
    files.put(path, laidOut(source.text, orderSdkImports(path, source.text, made)));
    for (const edit of leadTo(to, files.now())) files.put(edit.path, edit.after);
    return;
  }
  const target = createSource(path, text);
  const code = piece.replace(/\/\*[\s\S]*?\*\//g, "");
  const functions = target.statements.some(
    (each) => !ts.isExportDeclaration(each) && !ts.isImportDeclaration(each),
  );
  const end = text.trimEnd().length;
  const added = { start: end, end, text: `\n\n${piece}` };
  const at = target.statements[0]?.getStart() ?? end;
  const head = importsFor(source, code, from, path);
  const imports = functions
    ? graftImports(target, relocatedSource(source, code, from, path), code)
    : [{ start: at, end: at, text: `${grouped(head)}\n\n` }];
  files.put(path, laidOut(source.text, orderSdkImports(path, text, applySplices(text, [...imports, added]))));
}

function grouped(imports: readonly string[]): string {
  const packages = imports.filter((each) => !/from "\./.test(each));
  const own = imports.filter((each) => /from "\./.test(each));
  return [packages.join("\n"), own.join("\n")].filter((each) => each !== "").join("\n\n");
}

/** Lines broken by their width, where they were before. */
function laidOut(before: string, after: string): string {
  if (before.includes("\r\n") || formatCode(before, WIDTH).trimEnd() !== before.trimEnd()) return after;
  return `${formatCode(after, WIDTH).trimEnd()}\n`;
}
