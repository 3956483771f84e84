import { ts } from "ts-morph";
import { lineAt } from "../../errors/spec-error.js";
import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import { capital } from "../create/conventions/spelling.js";
import { actorUses, type Cover, coverOf } from "./actor-uses.js";

/** An operation's code told for another caller, or the place that only the old one can be meant by. */
export type Retold =
  | { readonly ok: true; readonly splices: readonly Splice[]; readonly dropped: readonly Cover[] }
  | { readonly ok: false; readonly line: number; readonly text: string };

/** Tells the function of an operation for another actor; null stands for everybody. What it asks about its rows goes. */
export function retell(owner: ts.FunctionDeclaration, from: string | null, to: string | null): Retold {
  const source = owner.getSourceFile();
  const covers: Cover[] = [];
  for (const use of from === null || owner.body === undefined ? [] : actorUses(owner.body, from)) {
    const cover = coverOf(use, from ?? "", owner);
    if (cover === null) {
      const text = lineText(source.text, use.getStart());
      return { ok: false, line: lineAt(source.text, use.getStart()), text };
    }
    if (!covers.some(({ span }) => span.start === cover.span.start)) covers.push(cover);
  }
  const removed = covers.map(({ span }): Splice => ({ ...span, text: "" }));
  return { ok: true, splices: [...removed, ...signature(owner, from, to)], dropped: covers };
}

/** The member of what the function is given, where it is taken apart, its comment and its import. */
function signature(owner: ts.FunctionDeclaration, from: string | null, to: string | null): readonly Splice[] {
  const source = owner.getSourceFile();
  const payload = (name: string): string => `${capital(name)}Payload`;
  const [props] = owner.parameters;
  const type = props?.type !== undefined && ts.isTypeLiteralNode(props.type) ? props.type : null;
  const splices: Splice[] = [];
  const member = from === null ? undefined : type?.members.find((each) => each.name?.getText() === from);
  if (member !== undefined)
    splices.push(
      to === null
        ? { ...wholeLine(member), text: "" }
        : { start: member.getStart(), end: member.end, text: `${to}: ${payload(to)};` },
    );
  else if (to !== null && type !== null) {
    const [first] = type.members;
    const at = first?.getStart() ?? type.members.pos;
    const text = `${to}: ${payload(to)};`;
    splices.push({
      start: at,
      end: at,
      text: first === undefined ? `\n  ${text}\n` : `${text}${gapAbove(first)}`,
    });
  } else if (to !== null && props === undefined) {
    const at = owner.parameters.pos;
    splices.push({ start: at, end: at, text: `props: { ${to}: ${payload(to)} }` });
  }
  const binding = from === null ? null : bindingOf(owner, from);
  if (binding !== null)
    splices.push(
      to === null ? withoutElement(binding) : { start: binding.getStart(), end: binding.end, text: to },
    );
  const tag =
    from === null
      ? null
      : new RegExp(`^[ \\t]*\\*[ \\t]*@param props\\.${from}\\b.*\\r?\\n`, "m").exec(source.text);
  if (tag !== null && from !== null) {
    const text = to === null ? "" : tag[0].replaceAll(new RegExp(`\\b${from}\\b`, "g"), to);
    splices.push({ start: tag.index, end: tag.index + tag[0].length, text });
  }
  return [...splices, ...payloadImport(source, from, to)];
}

function payloadImport(source: ts.SourceFile, from: string | null, to: string | null): readonly Splice[] {
  const imports = source.statements.filter(ts.isImportDeclaration);
  const placeOf = (each: ts.ImportDeclaration): string => each.moduleSpecifier.getText().slice(1, -1);
  const own = imports.find(
    (each) => from !== null && placeOf(each).endsWith(`/payload/${capital(from)}Payload`),
  );
  const wanted = to === null ? null : `${capital(to)}Payload`;
  const has = wanted === null || imports.some((each) => placeOf(each).endsWith(`/payload/${wanted}`));
  if (own !== undefined && !has && from !== null && wanted !== null) {
    const text = own.getText().replaceAll(`${capital(from)}Payload`, wanted);
    return [{ start: own.getStart(), end: own.end, text }];
  }
  const splices: Splice[] = own === undefined ? [] : [{ ...wholeLine(own), text: "" }];
  const last = imports.at(-1);
  if (has || last === undefined || wanted === null) return splices;
  const eol = eolOf(source.text);
  const line = `import { ${wanted} } from "../decorators/payload/${wanted}";`;
  return [...splices, { start: last.end, end: last.end, text: `${eol}${line}` }];
}

function bindingOf(owner: ts.FunctionDeclaration, name: string): ts.BindingElement | null {
  for (const statement of owner.body?.statements ?? [])
    if (ts.isVariableStatement(statement))
      for (const { name: pattern, initializer } of statement.declarationList.declarations)
        if (ts.isObjectBindingPattern(pattern) && initializer?.getText() === "props")
          return pattern.elements.find((each) => each.name.getText() === name) ?? null;
  return null;
}

function withoutElement(element: ts.BindingElement): Splice {
  const { elements } = element.parent as ts.ObjectBindingPattern;
  const index = elements.findIndex((each) => each === element);
  const next = elements[index + 1];
  const before = elements[index - 1];
  if (next !== undefined) return { start: element.getStart(), end: next.getStart(), text: "" };
  return { start: before?.end ?? element.getStart(), end: element.end, text: "" };
}

/** A node's own lines, the break before it included. */
export function wholeLine(node: ts.Node): { readonly start: number; readonly end: number } {
  const text = node.getSourceFile().text;
  const line = text.lastIndexOf("\n", node.getStart() - 1) + 1;
  const next = text.indexOf("\n", node.end);
  const alone = text.slice(line, node.getStart()).trim() === "" && text.slice(node.end, next).trim() === "";
  return alone && next !== -1 ? { start: line, end: next + 1 } : { start: node.getStart(), end: node.end };
}

function gapAbove(node: ts.Node): string {
  const text = node.getSourceFile().text;
  return /\r?\n[ \t]*$/.exec(text.slice(0, node.getStart()))?.[0] ?? " ";
}

function lineText(text: string, at: number): string {
  return (
    text
      .slice(text.lastIndexOf("\n", at) + 1)
      .split(/\r?\n/)[0]
      ?.trim() ?? ""
  );
}
