import { ts } from "ts-morph";
import type { Backend, BackendFile } from "../../source/backend.js";
import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import type { DatabaseSpec, Model } from "../../spec/database/database-spec.js";
import { appendMembers } from "../add/append-member.js";
import { entryName } from "../add/insert-entry.js";
import { payloadName } from "./payload.js";

/** The query by which a provider makes sure that an actor is still there. */
interface RowQuery {
  readonly variable: string;
  /** What the query is given. */
  readonly argument: ts.ObjectLiteralExpression;
  /** The relation that leads from what it finds to the actor's row; null where that is the row. */
  readonly relation: string | null;
}

/** The file of what lets an actor in, whatever the case of its name. */
export function authorizeFile(actor: string, { files }: Backend): BackendFile | null {
  const name = `src/providers/authorize/${actor}Authorize.ts`.toLowerCase();
  return [...files.values()].find(({ path }) => path.toLowerCase() === name) ?? null;
}

/**
 * What lets an actor in reads a column of his row as well, and hands it on with his payload: so a change of it acts at
 * his next request. Null where it does not plainly read the row, or hands something else on.
 */
export function readAtRequest(
  file: BackendFile,
  actor: string,
  model: Model,
  attribute: string,
  database: DatabaseSpec,
): readonly Splice[] | null {
  const owner = ownerOf(file);
  const query = owner === null ? null : queryOf(owner, model, database);
  const returned = owner === null ? null : returnedBy(owner);
  if (query === null || returned === null) return null;
  const row = query.relation === null ? query.variable : `${query.variable}.${query.relation}`;
  const entry = `${attribute}: ${row}.${attribute} as ${payloadName(actor)}["${attribute}"]`;
  const handed: Splice = ts.isObjectLiteralExpression(returned)
    ? appendMembers(returned, [entry])
    : { start: returned.getStart(), end: returned.end, text: spread(returned, entry) };
  return [...selecting(query, attribute), handed];
}

/** The column of an actor's table that his payload's id is looked up by: "id", or "user_id". */
export function keyOfPayload(file: BackendFile, model: Model, database: DatabaseSpec): string {
  const owner = ownerOf(file);
  const query = owner === null ? null : queryOf(owner, model, database);
  const where = query === null ? null : objectAt(query.argument, "where");
  const own = where === null || query?.relation == null ? where : objectAt(where, query.relation);
  const key = own?.properties.find(
    (each) => ts.isPropertyAssignment(each) && /^\w+\.id$/.test(each.initializer.getText()),
  );
  return (key === undefined ? null : entryName(key)) ?? "id";
}

function ownerOf(file: BackendFile): ts.FunctionDeclaration | null {
  const functions = parseTypescript(file).statements.filter(ts.isFunctionDeclaration);
  return functions.find((each) => /Authorize$/i.test(each.name?.text ?? "")) ?? null;
}

function queryOf(owner: ts.FunctionDeclaration, model: Model, database: DatabaseSpec): RowQuery | null {
  const found: RowQuery[] = [];
  for (const statement of owner.body?.statements ?? []) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const call =
        initializer !== undefined && ts.isAwaitExpression(initializer) ? initializer.expression : null;
      if (call === null || !ts.isCallExpression(call) || !ts.isIdentifier(name)) continue;
      const table = /\.prisma\s*\.\s*(\w+)\s*\.\s*find(?:First|Unique)(?:OrThrow)?$/.exec(
        call.expression.getText(),
      )?.[1];
      const [argument] = call.arguments;
      if (table === undefined || argument === undefined || !ts.isObjectLiteralExpression(argument)) continue;
      const relation = database.models
        .get(table)
        ?.fields.find((field) => field.relation?.target === model.name && !field.list);
      if (table === model.name) found.unshift({ variable: name.text, argument, relation: null });
      else if (relation !== undefined) found.push({ variable: name.text, argument, relation: relation.name });
    }
  }
  return found[0] ?? null;
}

/** What a provider answers with at its end: the payload, or an object around it. */
function returnedBy(owner: ts.FunctionDeclaration): ts.Identifier | ts.ObjectLiteralExpression | null {
  const last = owner.body?.statements.at(-1);
  const value = last !== undefined && ts.isReturnStatement(last) ? last.expression : undefined;
  return value !== undefined && (ts.isIdentifier(value) || ts.isObjectLiteralExpression(value))
    ? value
    : null;
}

function spread(payload: ts.Identifier, entry: string): string {
  const line = `{ ...${payload.text}, ${entry} }`;
  return line.length + "  return ;".length <= 80 ? line : `{\n    ...${payload.text},\n    ${entry},\n  }`;
}

/** What makes the query give the column; nothing where it gives the whole row. */
function selecting({ argument, relation }: RowQuery, attribute: string): readonly Splice[] {
  const select = objectAt(argument, "select");
  const include = objectAt(argument, "include");
  if (relation === null) return select === null ? [] : [appendMembers(select, [`${attribute}: true`])];
  const nested = `${relation}: { select: { ${attribute}: true } }`;
  const around = select ?? include;
  if (around === null) return [appendMembers(argument, [`include: { ${nested} }`])];
  const own = around.properties.find((each) => entryName(each) === relation);
  if (own === undefined) return [inLines(around, nested)];
  const given = objectAt(around, relation);
  const columns = given === null ? null : objectAt(given, "select");
  return columns === null ? [] : [appendMembers(columns, [`${attribute}: true`])];
}

/** Adds an entry that others may follow into: on a line of its own. */
function inLines(literal: ts.ObjectLiteralExpression, entry: string): Splice {
  const { text } = literal.getSourceFile();
  if (literal.getText().includes("\n")) return appendMembers(literal, [entry]);
  const eol = eolOf(text);
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", literal.getStart()) + 1))?.[0] ?? "";
  const entries = [...literal.properties.map((each) => each.getText()), entry];
  const lines = entries.map((each) => `${eol}${indent}  ${each},`).join("");
  return { start: literal.getStart(), end: literal.end, text: `{${lines}${eol}${indent}}` };
}

function objectAt(literal: ts.ObjectLiteralExpression, name: string): ts.ObjectLiteralExpression | null {
  const found = literal.properties.find((each) => entryName(each) === name);
  return found !== undefined &&
    ts.isPropertyAssignment(found) &&
    ts.isObjectLiteralExpression(found.initializer)
    ? found.initializer
    : null;
}
