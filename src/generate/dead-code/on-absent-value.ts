import { ts } from "ts-morph";
import type { PrismaRole } from "../../graph/types/typed-program.js";
import { wantedType } from "../names/context.js";
import type { Cause, Deadness } from "./deadness.js";
import { emptyMember } from "./empty-value.js";
import { membersOf } from "../names/members.js";
import { isConditional, queryAround, roleOf } from "./queries.js";
import { asQuery, isWrite } from "../names/query-call.js";
import { meaningOf, type Meaning } from "../names/resolve.js";
import { onAbsentFilter } from "./where.js";

type Member = ts.PropertyAssignment | ts.ShorthandPropertyAssignment;

/** A member of an object literal whose value is absent. What the object is for decides what becomes of it. */
export function onAbsentValue(state: Deadness, member: Member, cause: Cause): void {
  const name = member.name.getText().replace(/^["']|["']$/g, "");
  const wanted = wantedType(member.parent, state.program);
  const meanings = membersOf(wanted, name, state.program.checker).flatMap((symbol) =>
    meaningOf(symbol, state.program),
  );
  const role = isComparison(state, member, name)
    ? "where"
    : (roleOf(member.parent, state.program)?.role ?? null);
  if (role !== null) return onQueryMember(state, member, name, role, cause);
  const declared = meanings.flatMap((meaning) => declaredOf(meaning));
  if (declared.length === 0) return onPlainMember(state, member, cause);
  const [declaration] = declared;
  if (declaration === undefined || state.isGone(declaration)) return onPlainMember(state, member, cause);
  if (!ts.isPropertySignature(declaration)) return onPlainMember(state, member, cause);
  const known = state.absentProducers.get(declaration) ?? new Map();
  known.set(member, cause);
  state.absentProducers.set(declaration, known);
}

/** In `where: { id: { in: … } }` the inner member. */
function isComparison(state: Deadness, member: Member, name: string): boolean {
  const holder = member.parent.parent;
  if (!COMPARISONS.has(name) || !ts.isPropertyAssignment(holder)) return false;
  return roleOf(holder.parent, state.program)?.role === "where";
}

const COMPARISONS: ReadonlySet<string> = new Set([
  ...["equals", "not", "in", "notIn", "lt", "lte", "gt", "gte"],
  ...["contains", "startsWith", "endsWith", "has", "hasSome", "hasEvery"],
]);

function declaredOf(meaning: Meaning): readonly ts.Node[] {
  return meaning.kind === "declared" ? meaning.declarations : [];
}

/** Nobody declares the member: it goes, and whoever reads it from this object reads nothing. */
function onPlainMember(state: Deadness, member: Member, cause: Cause): void {
  state.remove(member, cause);
  state.push({ kind: "references", node: member, cause });
}

function onQueryMember(state: Deadness, member: Member, name: string, role: PrismaRole, cause: Cause): void {
  if (role === "args" && (name === "where" || name === "data"))
    return onWholePart(state, member, name, cause);
  if (role === "where") return onFilterValue(state, member, cause);
  if (role === "data") return onDataValue(state, member, name, cause);
  state.remove(member, cause);
}

/** The whole `where` or `data` of a query is absent. */
function onWholePart(state: Deadness, member: Member, name: string, cause: Cause): void {
  const call = member.parent.parent;
  const query = ts.isCallExpression(call) ? asQuery(call, state.program) : null;
  if (query === null || !isWrite(query)) return state.remove(member, cause);
  if (name === "data") return state.absentify(query.call, cause);
  state.ask("filter", member, cause);
}

/** A kept column is compared with something absent. */
function onFilterValue(state: Deadness, member: Member, cause: Cause): void {
  const query = queryAround(member, state.program);
  const inData = query !== null && isInside(member, "data");
  if ((query === null || inData) && !isConditional(member)) return state.ask("value", member, cause);
  const value = ts.isPropertyAssignment(member) ? member.initializer : member.name;
  onAbsentFilter(state, member, value, cause);
}

function onDataValue(state: Deadness, member: Member, name: string, cause: Cause): void {
  const query = queryAround(member, state.program);
  const owner = roleOf(member.parent, state.program);
  if (state.deadFields.has(`${owner?.model}.${name}`)) return state.remove(member, cause);
  const optional = state.isOptionalColumn(owner?.model ?? "", name);
  if (optional || (query !== null && query.method.startsWith("update"))) return state.remove(member, cause);
  if (NESTED.has(name)) return state.remove(member, cause);
  const empty = emptyMember(state, member, state.columnKind(owner?.model ?? "", name));
  if (empty === null) return state.ask("value", member, cause);
  state.replace(member, empty, cause);
}

const NESTED = new Set([
  "create",
  "createMany",
  "connect",
  "connectOrCreate",
  "set",
  "update",
  "upsert",
  "delete",
]);

function isInside(node: ts.Node, word: string): boolean {
  for (let at = node; !ts.isCallExpression(at) && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isPropertyAssignment(at) && at.name.getText() === word) return true;
  }
  return false;
}
