import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { Splice } from "../../source/edit.js";
import { type Computed, countEntry, rowsEntry } from "./computed.js";
import { insertLaidOut, insteadOf } from "./lay-out.js";
import { entryOf, literalOf, type RowQuery } from "./row-query.js";

/** How the rows of a list come to be read: as they are asked for here, or as something else asks for them already. */
export type ListedAs = "asked" | "oldest-first";

/** What it takes that a query brings along what a property shows. */
export type Selection =
  | { readonly ok: true; readonly splices: readonly Splice[]; readonly listed: ListedAs }
  | { readonly ok: false; readonly node: ts.Node; readonly why: string };

/** Asks a query for what a property shows. */
export function selectIn(
  query: RowQuery,
  computed: Computed,
  program: TypedProgram,
  width: number,
): Selection {
  const entry = entryText(computed);
  if (query.kind === ts.SyntaxKind.TrueKeyword)
    return asked([insteadOf(query, `{ include: { ${entry} } }`, width)]);
  if (ts.isCallExpression(query))
    return asked([{ start: query.end - 1, end: query.end - 1, text: `{ include: { ${entry} } }` }]);
  if (!ts.isObjectLiteralExpression(query)) return unclear(query, "what it reads is not plainly there");
  for (const kind of ["select", "include"]) {
    const value = entryOf(query, kind);
    const literal = value === null ? null : literalOf(value, program);
    if (literal !== null) return selectBeside(literal, computed, width);
    if (value !== null) return unclear(value, "what it reads is not plainly there");
  }
  if (query.properties.some((each) => ts.isSpreadAssignment(each) || each.name?.getText() === "omit"))
    return unclear(query, "what it reads is not plainly there");
  return asked([insertLaidOut(query, [], `include: { ${entry} }`, width)]);
}

/** Asks for it beside what is selected or included already. */
export function selectBeside(
  literal: ts.ObjectLiteralExpression,
  computed: Computed,
  width: number,
): Selection {
  if (computed.how === "count" || computed.how === "has") return count(literal, computed, width);
  const there = entryOf(literal, computed.relation.name);
  if (there === null) return asked([insertLaidOut(literal, [], entryText(computed), width)]);
  const wanted = flat(rowsEntry(computed).slice(computed.relation.name.length + 1));
  const given = flat(there.getText());
  if (given === wanted) return asked([]);
  // All of them in the other order hold the latest as well.
  const whole = flat(rowsEntry({ ...computed, how: "list" }).slice(computed.relation.name.length + 1));
  if (computed.how === "latest" && given === whole) return { ok: true, splices: [], listed: "oldest-first" };
  return unclear(there, `it reads ${computed.relation.name} already, and others than those`);
}

function count(literal: ts.ObjectLiteralExpression, computed: Computed, width: number): Selection {
  const counted = entryOf(literal, "_count");
  if (counted === null) return asked([insertLaidOut(literal, [], entryText(computed), width)]);
  const all = counted.kind === ts.SyntaxKind.TrueKeyword;
  if (all && computed.alive === null) return asked([]);
  const inner = all ? null : entryOf(counted, "select");
  if (inner === null || !ts.isObjectLiteralExpression(inner))
    return unclear(counted, "what it counts is not plainly there");
  const there = entryOf(inner, computed.relation.name);
  const entry = countEntry(computed);
  if (there === null) return asked([insertLaidOut(inner, [], entry, width)]);
  return flat(there.getText()) === flat(entry.slice(computed.relation.name.length + 1))
    ? asked([])
    : unclear(there, `it counts other ${computed.relation.name} than those`);
}

function entryText(computed: Computed): string {
  return computed.how === "count" || computed.how === "has"
    ? `_count: { select: { ${countEntry(computed)} } }`
    : rowsEntry(computed);
}

function asked(splices: readonly Splice[]): Selection {
  return { ok: true, splices, listed: "asked" };
}

function unclear(node: ts.Node, why: string): Selection {
  return { ok: false, node, why };
}

/** Code without what only formatters care about. */
function flat(code: string): string {
  return code.replace(/\s+/g, "").replace(/,(?=[}\])])/g, "");
}
