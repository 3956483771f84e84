import { ts } from "ts-morph";
import { applySplices, type Splice } from "../../../source/edit.js";
import { leadingText, nodeSpan } from "../../../source/node-span.js";
import { createSource } from "../../../source/parse-typescript.js";
import { eolOf } from "../../../source/eol.js";
import { callName, decoratorCalls } from "../../../spec/interface/decorators.js";
import type { Operation } from "../../../spec/interface/interface-spec.js";
import { editModule } from "../../create/controller/edit-module.js";
import type { NewOperation } from "../../create/new-model.js";
import { graftImports } from "../graft-imports.js";
import type { Files } from "./files.js";
import { importsFor, relocatedSource, withoutIdle } from "./kept-imports.js";

/** Where an operation goes. */
export type Address = Pick<
  NewOperation,
  "key" | "path" | "provider" | "controller" | "accessor" | "prefix" | "route" | "parameters"
>;

/** Takes the route of an operation out of its controller and puts it into the one of its new path; false if it cannot. */
export function moveRoute(operation: Operation, to: Address, files: Files): boolean {
  const { controller, provider } = operation;
  const text = files.text(controller.path);
  if (text === null || provider === null) return false;
  const source = createSource(controller.path, text);
  const owner = classIn(source, controller.className);
  const method = owner?.members
    .filter(ts.isMethodDeclaration)
    .find((each) => each.name.getText() === controller.methodName);
  const verb =
    method === undefined ? undefined : decoratorCalls(method).find((call) => VERB.test(callName(call)));
  if (owner === null || method === undefined || verb === undefined) return false;
  const inside = [
    {
      start: verb.arguments.pos,
      end: verb.arguments.end,
      text: to.route === "" ? "" : `"${to.route}"`,
    },
    { start: method.name.getStart(), end: method.name.end, text: to.controller.methodName },
  ];
  const renamed = (code: string): string =>
    code.replaceAll(new RegExp(`\\b${provider.name}\\b`, "g"), to.provider.name);
  if (to.controller.path === controller.path) {
    files.put(controller.path, renamed(applySplices(text, inside)));
    return true;
  }
  const span = nodeSpan(method);
  const piece = renamed(
    applySplices(
      text.slice(span.start, method.end),
      inside.map((each): Splice => ({ ...each, start: each.start - span.start, end: each.end - span.start })),
    ),
  );
  const header = createSource(controller.path, renamed(text));
  if (!put(piece, header, owner, controller.path, to, files)) return false;
  take(method, owner, operation, files);
  return true;
}

const VERB = /(^|\.)(Get|Post|Put|Patch|Delete)$/;

function classIn(source: ts.SourceFile, name: string): ts.ClassDeclaration | null {
  return source.statements.filter(ts.isClassDeclaration).find((each) => each.name?.text === name) ?? null;
}

function put(
  piece: string,
  header: ts.SourceFile,
  like: ts.ClassDeclaration,
  from: string,
  to: Address,
  files: Files,
): boolean {
  const { path, className } = to.controller;
  const text = files.text(path);
  const eol = eolOf(piece);
  if (text === null) {
    const imports = importsFor(header, `@Controller()\nclass Piece {\n${piece}\n}`, from, path).join(eol);
    const comment = leadingText(like);
    const lead = comment === "" ? "" : `${comment}${eol}`;
    const head = `${lead}@Controller("${to.prefix}")${eol}export class ${className} {${eol}`;
    files.put(path, `${imports}${eol}${eol}${head}${piece}${eol}}${eol}`);
    const module = editModule([to], files.now());
    if (module === null) return false;
    files.put(module.path, module.after);
    return true;
  }
  const source = createSource(path, text);
  const owner = classIn(source, className);
  if (owner === null) return false;
  const at = owner.members.at(-1)?.end ?? owner.members.pos;
  const gap = owner.members.length === 0 ? eol : `${eol}${eol}`;
  const imports = graftImports(source, relocatedSource(header, piece, from, path), piece);
  files.put(path, applySplices(text, [...imports, { start: at, end: at, text: `${gap}${piece}` }]));
  return true;
}

/** A controller that serves nothing any more goes, and the module does without it. */
function take(
  method: ts.MethodDeclaration,
  owner: ts.ClassDeclaration,
  { controller }: Operation,
  files: Files,
): void {
  const text = method.getSourceFile().text;
  const others = owner.members.filter((each) => each !== method);
  if (others.length > 0) {
    const index = owner.members.findIndex((each) => each === method);
    const span = nodeSpan(method);
    const previous = owner.members[index - 1];
    const next = owner.members[index + 1];
    const cut =
      next !== undefined
        ? { start: span.start, end: nodeSpan(next).start }
        : { start: previous?.end ?? span.start, end: method.end };
    files.put(controller.path, withoutIdle(text, applySplices(text, [{ ...cut, text: "" }])));
    return;
  }
  files.put(controller.path, null);
  const module = files.text("src/MyModule.ts") ?? "";
  const name = controller.className;
  const listed = module
    .replace(new RegExp(`^import \\{ ${name} \\} from [^\\n]*\\n`, "m"), "")
    .replace(new RegExp(`,(\\s*)${name}(?=\\s*[,\\]])|\\b${name},\\s*|\\b${name}\\b`), "");
  files.put("src/MyModule.ts", listed);
}
