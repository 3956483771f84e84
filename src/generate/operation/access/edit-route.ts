import { ts } from "ts-morph";
import type { BackendFile } from "../../../source/backend.js";
import type { Splice } from "../../../source/edit.js";
import { leadingText } from "../../../source/node-span.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import { eolOf } from "../../../source/eol.js";
import { callName, decoratorCalls } from "../../../spec/interface/decorators.js";
import type { Operation } from "../../../spec/interface/interface-spec.js";
import { capital } from "../../create/conventions/spelling.js";
import { relativeTo } from "../../create/code/import-header.js";
import { wholeLine } from "../retell.js";

/** The method of a controller that serves an operation; null where it is not plainly there. */
export function routeMethod(file: BackendFile, { controller }: Operation): ts.MethodDeclaration | null {
  const owner = parseTypescript(file)
    .statements.filter(ts.isClassDeclaration)
    .find((each) => each.name?.text === controller.className);
  const methods = owner?.members.filter(ts.isMethodDeclaration) ?? [];
  return methods.find((each) => each.name.getText() === controller.methodName) ?? null;
}

/** The parameter by which a route asks for an actor; null without one. */
export function actorParameter(method: ts.MethodDeclaration): ts.ParameterDeclaration | null {
  return (
    method.parameters.find((each) =>
      decoratorCalls(each).some((call) => /(^|\.)\w+Auth$/.test(callName(call))),
    ) ?? null
  );
}

/** A route that asks for another actor, or for none: its parameter, what it hands on, its comment and its imports. */
export function routeSplices(
  method: ts.MethodDeclaration,
  from: string | null,
  to: string | null,
): readonly Splice[] | null {
  const source = method.getSourceFile();
  const splices: Splice[] = [];
  const text = to === null ? "" : `@${capital(to)}Auth()\n    ${to}: ${capital(to)}Payload`;
  const parameter = actorParameter(method);
  if (from !== null && parameter === null) return null;
  const eol = eolOf(source.text);
  if (parameter !== null)
    splices.push(
      to === null
        ? withoutItem(parameter, method.parameters)
        : { start: parameter.getStart(), end: parameter.end, text: text.replaceAll("\n", eol) },
    );
  else if (to !== null) {
    const [first] = method.parameters;
    const at = first?.getStart() ?? method.parameters.pos;
    const gap = first === undefined ? `,${eol}  ` : `,${eol}    `;
    const lead = first === undefined ? `${eol}    ` : "";
    splices.push({ start: at, end: at, text: `${lead}${text.replaceAll("\n", eol)}${gap}` });
  }
  const handed = handOver(method, from, to, eol);
  if (handed === null) return null;
  return [...splices, ...handed, ...tagOf(method, from, to), ...importsOf(source, method, from, to)];
}

/** What the operation is given: the actor's entry, renamed, gone, or first among others. */
function handOver(
  method: ts.MethodDeclaration,
  from: string | null,
  to: string | null,
  eol: string,
): readonly Splice[] | null {
  const call = providerCall(method);
  const argument = call?.arguments[0];
  if (call === null) return null;
  if (argument === undefined)
    return to === null ? [] : [{ start: call.end - 1, end: call.end - 1, text: `{ ${to} }` }];
  if (!ts.isObjectLiteralExpression(argument)) return null;
  const entry = from === null ? undefined : argument.properties.find((each) => each.name?.getText() === from);
  if (from !== null && (entry === undefined || !ts.isShorthandPropertyAssignment(entry))) return null;
  if (entry !== undefined)
    return [
      to === null
        ? withoutItem(entry, argument.properties)
        : { start: entry.getStart(), end: entry.end, text: to },
    ];
  const [first] = argument.properties;
  if (to === null) return [];
  if (first === undefined) return [{ start: argument.getStart(), end: argument.end, text: `{ ${to} }` }];
  const lead = /\n([ \t]*)$/.exec(method.getSourceFile().text.slice(0, first.getStart()))?.[1];
  const gap = lead === undefined ? " " : `${eol}${lead}`;
  return [{ start: first.getStart(), end: first.getStart(), text: `${to},${gap}` }];
}

function providerCall(method: ts.MethodDeclaration): ts.CallExpression | null {
  let found: ts.CallExpression | null = null;
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression !== undefined) {
      const value = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression;
      if (ts.isCallExpression(value)) found = value;
    }
    ts.forEachChild(node, visit);
  };
  if (method.body !== undefined) visit(method.body);
  return found;
}

function tagOf(method: ts.MethodDeclaration, from: string | null, to: string | null): readonly Splice[] {
  const source = method.getSourceFile();
  const comment = leadingText(method);
  const start = source.text.lastIndexOf(comment, method.getStart());
  const tag = /^[ \t]*\*[ \t]*@x-autobe-authorization-actor[ \t]+(\w+)[^\n]*\n/m.exec(comment);
  if (tag === null || start === -1 || from === null) return [];
  const text = to === null ? "" : tag[0].replace(tag[1] ?? "", to);
  return [{ start: start + tag.index, end: start + tag.index + tag[0].length, text }];
}

/** The decorator and the payload that the file imports, as far as other routes of it do not need them. */
function importsOf(
  source: ts.SourceFile,
  method: ts.MethodDeclaration,
  from: string | null,
  to: string | null,
): readonly Splice[] {
  const imports = source.statements.filter(ts.isImportDeclaration);
  const rest = source.text.slice(0, method.pos) + source.text.slice(method.end);
  const body = rest.slice(imports.at(-1)?.end ?? 0);
  const named = (name: string): ts.ImportDeclaration | undefined =>
    imports.find((each) => new RegExp(`/${name}["']$`).test(each.moduleSpecifier.getText()));
  const eol = eolOf(source.text);
  return (["Auth", "Payload"] as const).flatMap((suffix): readonly Splice[] => {
    const old = from === null ? undefined : named(`${capital(from)}${suffix}`);
    const idle = old !== undefined && !new RegExp(`\\b${capital(from ?? "")}${suffix}\\b`).test(body);
    const has = to === null || named(`${capital(to)}${suffix}`) !== undefined;
    if (old !== undefined && idle && !has && to !== null)
      return [
        {
          start: old.getStart(),
          end: old.end,
          text: old.getText().replaceAll(`${capital(from ?? "")}${suffix}`, `${capital(to)}${suffix}`),
        },
      ];
    const gone: readonly Splice[] = old !== undefined && idle ? [{ ...wholeLine(old), text: "" }] : [];
    if (has || to === null) return gone;
    const beside = old ?? imports.at(-1);
    const folder = suffix === "Auth" ? "src/decorators" : "src/decorators/payload";
    const name = `${capital(to)}${suffix}`;
    const place = relativeTo(source.fileName, `${folder}/${name}`);
    const at = beside?.end ?? 0;
    return [...gone, { start: at, end: at, text: `${eol}import { ${name} } from "${place}";` }];
  });
}

/** An item of a list with what sets it apart from the next one. */
function withoutItem(item: ts.Node, list: ts.NodeArray<ts.Node>): Splice {
  const index = list.indexOf(item);
  const next = list[index + 1];
  const before = list[index - 1];
  if (next !== undefined) return { start: item.getStart(), end: next.getStart(), text: "" };
  if (before !== undefined) return { start: before.end, end: item.end, text: "" };
  const end = list.hasTrailingComma === true ? list.end : item.end;
  return { start: item.getStart(), end, text: "" };
}
