import { ts } from "ts-morph";
import type { Splice } from "../../../source/edit.js";
import { readsOf } from "./own-returns.js";
import { withoutEntry } from "./without-entry.js";

/** What a query fetches for entries that are gone, and nothing else reads. */
export function idleSelections(
  owner: ts.FunctionDeclaration,
  query: ts.ObjectLiteralExpression,
  row: string,
  gone: readonly ts.Node[],
): readonly Splice[] {
  const isGone = (node: ts.Node): boolean =>
    gone.some((each) => each.pos <= node.pos && node.end <= each.end);
  const reads = readsOf(owner, row);
  // Who hands the whole row on may read anything of it.
  if (reads.some((each) => !isGone(each) && !ts.isPropertyAccessExpression(each.parent) && !isAsked(each)))
    return [];
  const paths = (all: readonly ts.Identifier[]): ReadonlySet<string> =>
    new Set(all.flatMap((each) => pathsOf(each)));
  const was = paths(reads.filter(isGone));
  const is = paths(reads.filter((each) => !isGone(each)));
  const idle = (path: string): boolean => was.has(path) && !is.has(path);
  const part = query.properties.find((each) => /^(include|select)$/.test(each.name?.getText() ?? ""));
  if (part === undefined || !ts.isPropertyAssignment(part)) return [];
  const left = withoutIdle(part.initializer, "", idle);
  return left === "all" ? [withoutEntry(part)] : left.map(withoutEntry);
}

/** Members that are idle, or all of them; what is counted is looked into. */
function withoutIdle(
  node: ts.Expression,
  above: string,
  idle: (path: string) => boolean,
): readonly ts.ObjectLiteralElementLike[] | "all" {
  if (!ts.isObjectLiteralExpression(node)) return [];
  const found = node.properties.flatMap((each): readonly ts.ObjectLiteralElementLike[] => {
    const name = each.name?.getText() ?? "";
    if (idle(`${above}${name}`)) return [each];
    const counted = name === "_count" ? countedIn(each) : null;
    const inner = counted === null ? [] : withoutIdle(counted, "_count.", idle);
    return inner === "all" ? [each] : inner;
  });
  return found.length > 0 && node.properties.every((each) => found.includes(each)) ? "all" : found;
}

/** `_count: { select: { comments: true } }` */
function countedIn(entry: ts.ObjectLiteralElementLike): ts.Expression | null {
  const value = ts.isPropertyAssignment(entry) ? entry.initializer : undefined;
  const only = value !== undefined && ts.isObjectLiteralExpression(value) ? value.properties[0] : undefined;
  return only !== undefined && ts.isPropertyAssignment(only) && only.name.getText() === "select"
    ? only.initializer
    : null;
}

function isAsked({ parent }: ts.Identifier): boolean {
  return ts.isIfStatement(parent) || ts.isPrefixUnaryExpression(parent);
}

/** `row.author`, and `row._count` with `row._count.comments`. */
function pathsOf({ parent }: ts.Identifier): readonly string[] {
  if (!ts.isPropertyAccessExpression(parent)) return [];
  const first = parent.name.text;
  const outer = parent.parent;
  if (first !== "_count" || !ts.isPropertyAccessExpression(outer)) return [first];
  return [`_count.${outer.name.text}`];
}
