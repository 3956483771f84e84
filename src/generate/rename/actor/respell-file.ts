import { ts } from "ts-morph";
import { parseTypescript } from "../../../source/parse-typescript.js";
import type { BackendFile } from "../../../source/backend.js";
import type { Splice } from "../../../source/edit.js";

/** How an actor's name is spelled anew. */
export interface ActorNames {
  /** As in payloads: "admin". */
  readonly from: string;
  readonly to: string;
  readonly respell: (name: string) => string;
  /** Old names of columns and properties, which types and queries may hold as text. */
  readonly members: ReadonlySet<string>;
}

/** A name that would mean two things in one file. */
export interface Clash {
  readonly path: string;
  readonly line: number;
  readonly name: string;
}

/**
 * Whatever a file calls after an actor, called after him by his new name. Prose stays, and so does his bare name where
 * it may be what rows hold: those lines are `kept`.
 */
export function respellFile(
  file: BackendFile,
  names: ActorNames,
): { readonly splices: readonly Splice[]; readonly clash: Clash | null; readonly kept: readonly number[] } {
  const source = parseTypescript(file);
  const splices: Splice[] = [];
  const used = new Set<string>();
  const renamed: ts.Identifier[] = [];
  const kept: number[] = [];
  const lineOf = (node: ts.Node): number =>
    source.getLineAndCharacterOfPosition(node.getStart(source, false)).line + 1;
  const replace = (start: number, before: string, after: string): void => {
    if (before !== after) splices.push({ start, end: start + before.length, text: after });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const now = names.respell(node.text);
      if (now === node.text) used.add(node.text);
      else renamed.push(node);
      replace(node.getStart(source, false), node.text, now);
    } else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const now = textNow(node, node.text, names);
      if (now === names.from) kept.push(lineOf(node));
      replace(node.getStart(source, false) + 1, node.text, now);
    } else if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      replace(node.getStart(source, false) + 1, node.text, pathNow(node.text, names));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const taken = renamed.find(({ text }) => used.has(names.respell(text)));
  const clash =
    taken === undefined
      ? null
      : {
          path: file.path,
          line: lineOf(taken),
          name: names.respell(taken.text),
        };
  return { splices: [...splices, ...commentSplices(source.text, names)], clash, kept };
}

/** A string that is a path, what a token says of its bearer, or the name of a column; any other is left. */
function textNow(node: ts.Node, text: string, names: ActorNames): string {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return specifierNow(text, names);
  if (text === names.from && saysType(node)) return names.to;
  if (names.members.has(text) && text !== names.from) return names.respell(text);
  const called = ts.isCallExpression(parent) ? parent.expression.getText() : "";
  if (/(^|\.)(Controller|TypedRoute\.\w+|TypedParam|assert\.param)$/.test(called))
    return text.split("/").map(names.respell).join("/");
  return pathNow(text, names);
}

/** Packages are called as they are. */
function specifierNow(text: string, { respell }: ActorNames): string {
  const own = text.startsWith(".") ? 0 : text.indexOf("/structures/");
  if (own === -1) return text;
  const name = text.slice(own).split("/").map(respell).join("/");
  return text.slice(0, own) + name;
}

function pathNow(text: string, { respell }: ActorNames): string {
  return /^\/[\w\-/:{}]*$/.test(text) ? text.split("/").map(respell).join("/") : text;
}

/** `type: "admin"`, `payload.type !== "admin"` */
function saysType(node: ts.Node): boolean {
  let { parent } = node;
  if (ts.isLiteralTypeNode(parent) || ts.isAsExpression(parent)) parent = parent.parent;
  if (ts.isAsExpression(parent) || ts.isUnionTypeNode(parent)) parent = parent.parent;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent))
    return parent.name.getText() === "type";
  return (
    ts.isBinaryExpression(parent) &&
    /\.type$/.test((parent.left === node ? parent.right : parent.left).getText())
  );
}

/** Names in comments: behind tags, in links, and whatever is no word of a sentence. */
function commentSplices(text: string, { respell }: ActorNames): readonly Splice[] {
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\/|\/\/[^\n]*/g)].flatMap((comment): readonly Splice[] => {
    const inside = [
      ...comment[0].matchAll(
        /(@(?:x-autobe-[\w-]+|param|accessor|module|path|controller)\s+(?:[A-Z]+ (?=\/))?)(\S+)/g,
      ),
      ...comment[0].matchAll(/(\{@link\s+)([\w.]+)/g),
    ];
    return inside.flatMap(({ index, 1: lead = "", 2: name = "" }): readonly Splice[] => {
      const now = name
        .split(/([./])/)
        .map((part) => respell(part))
        .join("");
      const start = comment.index + index + lead.length;
      return now === name ? [] : [{ start, end: start + name.length, text: now }];
    });
  });
}
