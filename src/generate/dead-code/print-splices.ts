import { ts } from "ts-morph";
import type { Splice } from "../../source/edit.js";
import { scopeOf } from "../names/context.js";
import type { Deadness } from "./deadness.js";
import { invert } from "./invert.js";
import { leftOf } from "./left-of.js";

/** Turns what is known of one file into text edits. Everything that stays, stays to the byte. */
export function printSplices(state: Deadness, file: ts.SourceFile): readonly Splice[] {
  const splices: Splice[] = [];
  const visit = (node: ts.Node): void => {
    const by = state.replaced.get(node);
    if (typeof by === "string") {
      splices.push({ start: node.getStart(file), end: node.end, text: by });
      return;
    }
    const left = leftOf(state, node);
    if (left !== node) {
      splices.push(...unwrap(file, node, left));
      visit(left);
      return;
    }
    if (ts.isIfStatement(node) && state.inverted.has(node)) {
      splices.push(...invert(file, node, state.replaced.has(node.expression)));
      visit(node.expression);
      if (node.elseStatement !== undefined) visit(node.elseStatement);
      return;
    }
    const children = childrenOf(node);
    splices.push(...removeRuns(state, file, node, children));
    for (const child of children) if (!state.removed.has(child)) visit(child);
  };
  visit(file);
  return splices;
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

/** Leaves only a descendant of a node; a block's statements move one step to the left. */
function unwrap(file: ts.SourceFile, node: ts.Node, by: ts.Node): readonly Splice[] {
  const text = file.text;
  if (!ts.isBlock(by) || !mayLoseBraces(node, by)) {
    const end = ts.isVariableStatement(node) && text[node.end - 1] === ";" ? node.end - 1 : node.end;
    return [
      { start: node.getStart(file), end: by.getStart(file), text: "" },
      { start: by.end, end, text: "" },
    ];
  }
  const first = by.statements[0];
  const last = by.statements[by.statements.length - 1];
  if (first === undefined || last === undefined)
    return [{ start: node.getStart(file), end: node.end, text: "" }];
  const start = commentStart(text, first, file);
  const shift = columnOf(text, first.getStart(file)) - columnOf(text, node.getStart(file));
  return [
    { start: node.getStart(file), end: start, text: "" },
    ...outdent(file, by, start, last.end, shift),
    { start: last.end, end: node.end, text: "" },
  ];
}

/** Whether a block's statements may stand in its place: in a list, and with names that mean nothing else there. */
function mayLoseBraces(node: ts.Node, block: ts.Block): boolean {
  const list = node.parent;
  if (!ts.isBlock(list) && !ts.isSourceFile(list) && !ts.isCaseOrDefaultClause(list)) return false;
  const names = new Set(block.statements.flatMap(declaredNames));
  if (names.size === 0) return true;
  let free = true;
  const visit = (at: ts.Node): void => {
    if (at === block || !free) return;
    const isMember = ts.isPropertyAccessExpression(at.parent) && at.parent.name === at;
    if (ts.isIdentifier(at) && names.has(at.text) && !isMember) free = false;
    ts.forEachChild(at, visit);
  };
  visit(scopeOf(node));
  return free;
}

function declaredNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap((each) => boundNames(each.name));
  }
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((each) => (ts.isBindingElement(each) ? boundNames(each.name) : []));
}

function outdent(
  file: ts.SourceFile,
  block: ts.Block,
  from: number,
  to: number,
  shift: number,
): readonly Splice[] {
  const splices: Splice[] = [];
  if (shift <= 0) return splices;
  const text = file.text;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) {
    const indent = /^[ \t]*/.exec(text.slice(at + 1, at + 1 + shift))?.[0].length ?? 0;
    if (indent > 0 && !insideTemplate(block, at + 1))
      splices.push({ start: at + 1, end: at + 1 + indent, text: "" });
  }
  return splices;
}

function insideTemplate(block: ts.Block, position: number): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found || position < node.pos || position >= node.end) return;
    if (ts.isTemplateLiteralToken(node) || ts.isNoSubstitutionTemplateLiteral(node)) found = true;
    ts.forEachChild(node, visit);
  };
  visit(block);
  return found;
}

/** Takes out the removed children, each run of neighbours at once, with their separators and comments. */
function removeRuns(
  state: Deadness,
  file: ts.SourceFile,
  parent: ts.Node,
  children: readonly ts.Node[],
): readonly Splice[] {
  const splices: Splice[] = [];
  for (let index = 0; index < children.length; index++) {
    const first = children[index];
    if (first === undefined || !state.removed.has(first)) continue;
    let last = first;
    let next = index + 1;
    for (; next < children.length; next++) {
      const child = children[next];
      if (child === undefined || !state.removed.has(child) || !sameList(first, child)) break;
      last = child;
    }
    const before = listNeighbour(children[index - 1], first);
    const after = listNeighbour(children[next], first);
    splices.push(cut(file, parent, first, last, before, after));
    index = next - 1;
  }
  return splices;
}

/** Children of one node may belong to several lists (modifiers, parameters, a body). */
function sameList(a: ts.Node, b: ts.Node): boolean {
  return kindOfList(a) === kindOfList(b);
}

function kindOfList(node: ts.Node): string {
  if (ts.isParameter(node)) return "parameter";
  if (ts.isDecorator(node)) return "decorator";
  if (ts.isBlock(node)) return "block";
  if (ts.isHeritageClause(node)) return "heritage";
  return "member";
}

function listNeighbour(node: ts.Node | undefined, of: ts.Node): ts.Node | null {
  return node !== undefined && sameList(node, of) && !isHead(node) ? node : null;
}

/** What comes before a list without being part of it: the callee of a call, the name of a declaration. */
function isHead(node: ts.Node): boolean {
  const parent = node.parent;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression === node;
  return "name" in parent && parent.name === node;
}

function cut(
  file: ts.SourceFile,
  parent: ts.Node,
  first: ts.Node,
  last: ts.Node,
  before: ts.Node | null,
  after: ts.Node | null,
): Splice {
  const text = file.text;
  if (ts.isIfStatement(parent) && parent.elseStatement === first) {
    return { start: parent.thenStatement.end, end: first.end, text: "" };
  }
  if (ts.isTryStatement(parent) && parent.finallyBlock === first) {
    return { start: (parent.catchClause ?? parent.tryBlock).end, end: first.end, text: "" };
  }
  if (ts.isImportClause(parent) && parent.name !== undefined && parent.namedBindings === first) {
    return { start: parent.name.end, end: first.end, text: "" };
  }
  if (ts.isUnionTypeNode(parent)) return cutOperand(file, first, last, before, after);
  const start = commentStart(text, first, file);
  const end = separatorEnd(text, last.end);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = endOfLine(text, end);
  const ownLines = text.slice(lineStart, start).trim() === "" && isBlankOrComment(text.slice(end, lineEnd));
  if (ownLines) {
    const from = closes(text, lineEnd) && before !== null ? withoutBlankAbove(text, lineStart) : lineStart;
    return { start: from, end: withBlankLine(text, lineStart, lineEnd), text: "" };
  }
  if (after !== null) return { start: first.getStart(file), end: after.getStart(file), text: "" };
  if (before !== null) return { start: before.end, end: last.end, text: "" };
  return { start: first.getStart(file), end, text: "" };
}

function cutOperand(
  file: ts.SourceFile,
  first: ts.Node,
  last: ts.Node,
  before: ts.Node | null,
  after: ts.Node | null,
): Splice {
  if (after !== null) return { start: first.getStart(file), end: after.getStart(file), text: "" };
  return { start: before?.end ?? first.getStart(file), end: last.end, text: "" };
}

/** Start of the comments that stand directly above a node, without a blank line between. */
function commentStart(text: string, node: ts.Node, file: ts.SourceFile): number {
  const ranges = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  const own = ranges.filter(({ pos }) => pos >= headerEnd(text, node, ranges));
  let start = node.getStart(file);
  for (const range of [...own].reverse()) {
    const between = text.slice(range.end, start);
    const breaks = between.split("\n").length - 1;
    const lineStart = text.lastIndexOf("\n", range.pos - 1) + 1;
    if (between.trim() !== "" || breaks > 1 || text.slice(lineStart, range.pos).trim() !== "") break;
    start = range.pos;
  }
  return start;
}

/** Where the comments about a file end that stand above its first statement: 0 where they are about the statement. */
function headerEnd(text: string, node: ts.Node, ranges: readonly ts.CommentRange[]): number {
  if (!ts.isSourceFile(node.parent) || node.parent.statements[0] !== node) return 0;
  const said = ranges.map(({ pos, end }) => text.slice(pos, end));
  const about = said.findLastIndex((comment) => FILE_TAG.test(comment));
  if (about === -1) return 0;
  const rules = said.slice(about + 1).findIndex((comment) => !/^\/\/\W*$/.test(comment));
  return ranges[rules === -1 ? ranges.length - 1 : about + rules]?.end ?? 0;
}

const FILE_TAG = /@(packageDocumentation|module|file|fileoverview|license)\b/;

function separatorEnd(text: string, end: number): number {
  const match = /^\s*[,;]/.exec(text.slice(end, end + 200));
  return match === null ? end : end + match[0].length;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at === -1 ? text.length : at + 1;
}

function isBlankOrComment(rest: string): boolean {
  return /^\s*(\/\/[^\n]*|\/\*[^\n]*\*\/\s*)?\s*$/.test(rest);
}

/** Takes the blank line below along where one above (or the start of a block) would make two. */
function withBlankLine(text: string, lineStart: number, lineEnd: number): number {
  const above = text.slice(text.lastIndexOf("\n", lineStart - 2) + 1, lineStart).trim();
  const nextEnd = endOfLine(text, lineEnd);
  const below = text.slice(lineEnd, nextEnd).trim();
  // Generated files have a rule below their header, and what follows stands close to it.
  const opens = above === "" || /[{[(]$/.test(above) || /^\/\/={4,}$/.test(above);
  return lineEnd < text.length && below === "" && opens ? nextEnd : lineEnd;
}

/** Whether nothing follows but what closes that in which the cut stood. */
function closes(text: string, lineEnd: number): boolean {
  return lineEnd >= text.length || /^\s*[)\]}]/.test(text.slice(lineEnd, endOfLine(text, lineEnd)));
}

/** What stood last leaves no blank line before the closing bracket. */
function withoutBlankAbove(text: string, lineStart: number): number {
  let start = lineStart;
  for (;;) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    if (above >= start || text.slice(above, start).trim() !== "") return start;
    start = above;
  }
}

function columnOf(text: string, position: number): number {
  return position - (text.lastIndexOf("\n", position - 1) + 1);
}
