import type { ts } from "ts-morph";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { type Known, textOf } from "../create/known.js";
import { camel } from "../../spec/respell.js";
import type { ComputedField } from "./computed.js";
import type { TestCall, TestCalls } from "./test-calls.js";

/** A row that a test has made, and the rows that it has made below it. */
export interface MadeRow {
  readonly variable: string;
  /** What its operation was called with first: the connection of who made it. */
  readonly connection: string;
  readonly operation: Operation;
  readonly statement: ts.Statement;
  /** Whether nothing led to it at first. */
  readonly alone: boolean;
  /** Variables of the rows that lead to it. */
  readonly children: string[];
}

/** A point of a test at which it is known how many rows lead to a variable's. */
export interface KnownPoint {
  readonly statement: ts.Statement;
  /** What was answered there: the row itself when it was made, or it when it was read. */
  readonly shown: string;
  /** Whether there are no more than those. */
  readonly whole: boolean;
  readonly children: readonly string[];
}

/** Where it is known what of a test's rows leads to which, and what was made last. */
export interface RowsMade {
  readonly points: readonly KnownPoint[];
  /** A row with rows below it that nobody has read since, and the statement that made the last of them. */
  readonly unread: { readonly row: MadeRow; readonly statement: ts.Statement } | null;
  /** Rows that are as they were made when the test ends. */
  readonly left: readonly MadeRow[];
}

/** Follows a test from statement to statement, as long as nothing makes or takes away rows unseen. */
export function rowsMade(body: ts.Block, field: ComputedField, calls: TestCalls, known: Known): RowsMade {
  const rows = new Map<string, MadeRow>();
  const points: KnownPoint[] = [];
  let unread: RowsMade["unread"] = null;
  for (const statement of body.statements) {
    const kept = calls.kept(statement);
    for (const each of calls.in(statement))
      if (each.call !== kept?.call || !isRow(each, field, known))
        forget(each, kept?.call, rows, field, known);
    if (kept === null) continue;
    const { operation, variable, call } = kept;
    const parent = parentOf(kept, rows, field, known);
    if (parent !== null) {
      parent.children.push(variable);
      unread = { row: parent, statement };
    }
    if (isRow(kept, field, known)) {
      const connection = call.arguments[0]?.getText() ?? "connection";
      const alone = !makesRows(operation, field, known);
      const row: MadeRow = { variable, connection, operation, statement, alone, children: [] };
      rows.set(variable, row);
      if (shows(operation, field)) points.push({ statement, shown: variable, whole: alone, children: [] });
    } else if (operation.method === "GET" && shows(operation, field)) {
      const row = [...rows.values()].find(({ variable: each }) => names(call, `${each}.id`));
      if (row === undefined) continue;
      points.push({ statement, shown: variable, whole: row.alone, children: [...row.children] });
      if (unread?.row === row) unread = null;
    }
  }
  return {
    points,
    unread: unread !== null && rows.has(unread.row.variable) ? unread : null,
    left: [...rows.values()],
  };
}

/** Leaves alone what a call may have given other rows, or taken away, unseen. */
function forget(
  each: TestCall,
  kept: ts.CallExpression | undefined,
  rows: Map<string, MadeRow>,
  field: ComputedField,
  known: Known,
): void {
  const { operation, call } = each;
  const parent = parentOf(each, rows, field, known);
  if (parent !== null && call !== kept) rows.delete(parent.variable);
  const { model, target, relation } = { model: field.model, ...field.computed };
  const made = isCreation(operation, target.name, known.api.dtos.get(operation.response ?? "")?.model);
  const keys = target.fields.flatMap((one) =>
    one.relation?.target === model.name ? one.relation.fields : [],
  );
  const moves = [...keys, ...keys.map(camel), relation.name].some((name) => call.getText().includes(name));
  const updates = operation.method === "PUT" && /\.IUpdate$/.test(operation.body ?? "") && !moves;
  if (operation.method === "GET" || parent !== null || made || updates) return;
  if (touchesRows(operation, field, known)) rows.clear();
}

function shows({ response }: Operation, { carriers }: ComputedField): boolean {
  return carriers.some(({ dto }) => dto.name === response);
}

/** Whether a call makes a row of the model. */
function isRow({ operation }: TestCall, { model }: ComputedField, { api }: Known): boolean {
  return isCreation(operation, model.name, api.dtos.get(operation.response ?? "")?.model);
}

function isCreation({ method, body }: Operation, table: string, model: string | null | undefined): boolean {
  return method === "POST" && model === table && /\.(ICreate|IJoin)$/.test(body ?? "");
}

/** The row that a call makes another one below. */
function parentOf(
  { operation, call }: TestCall,
  rows: ReadonlyMap<string, MadeRow>,
  { model, computed: { target, relation } }: ComputedField,
  { api }: Known,
): MadeRow | null {
  const answer = api.dtos.get(operation.response ?? "")?.model;
  if (!isCreation(operation, target.name, answer)) return null;
  const leading = target.fields.filter(
    (each) => each.relation?.target === model.name && each.relation.fields.length > 0,
  );
  const own = leading.find(({ name }) => name === relation.relation?.opposite);
  const [column = ""] = own?.relation?.fields ?? [];
  const written = leading.length > 1 || target === model;
  for (const row of rows.values())
    if (
      written
        ? new RegExp(`\\b(${column}|${camel(column)})\\s*:\\s*${row.variable}\\.id\\b`).test(call.getText())
        : names(call, `${row.variable}.id`)
    )
      return row;
  return null;
}

function names(call: ts.CallExpression, value: string): boolean {
  return new RegExp(`\\b${value.replace(".", "\\.")}\\b`).test(call.getText());
}

/** Whether what an operation does with rows that lead to others is more than reading them. */
function touchesRows(operation: Operation, field: ComputedField, known: Known): boolean {
  const { target, relation } = field.computed;
  const text = codeOf(operation, known);
  const writes = new RegExp(`\\.${target.name}\\s*\\.(create|update|upsert|delete)`);
  return writes.test(text) || nested(relation.name).test(text) || makesRows(operation, field, known);
}

/** Whether an operation that makes a row makes some that lead to it as well. */
function makesRows(
  operation: Operation,
  { computed: { target, relation } }: ComputedField,
  known: Known,
): boolean {
  const text = codeOf(operation, known);
  const makes = new RegExp(`\\.${target.name}\\s*\\.(create|upsert)`);
  const own = known.api.dtos.get(operation.response ?? "")?.model === target.name;
  return (!own && makes.test(text)) || nested(relation.name).test(text);
}

function nested(relation: string): RegExp {
  return new RegExp(`\\b${relation}\\s*:[^;]{0,160}?\\bcreate(Many)?\\s*:`);
}

/** What an operation and the collectors that it calls are written as, imports aside. */
function codeOf({ provider, controller }: Operation, known: Known): string {
  const paths = new Set([provider?.path ?? controller.path]);
  let code = "";
  for (const path of paths) {
    const text = textOf(known, path).replace(/^import\b[^;]*;/gm, "");
    for (const [, name] of text.matchAll(/\b(\w+Collector)\.collect\b/g))
      paths.add(`src/collectors/${name}.ts`);
    code += text;
  }
  return code;
}
