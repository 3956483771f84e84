import { type Known, textOf } from "../../generate/create/known.js";
import type { Notice } from "../../generate/notice.js";
import type { Span } from "../../source/edit.js";
import type { BlockAttribute, Field, Model } from "../../spec/database/database-spec.js";
import { schemaDifference } from "../../spec/difference/schema-difference.js";
import { dtoDifference } from "./dto-difference.js";
import { lineOf } from "./place-of.js";
import { oldModel, stood, type SyncState } from "./sync-state.js";

/** What a person wrote that no change says: each with its place. It stays as it is written, and nothing follows. */
export function unsaid(state: SyncState): readonly Notice[] {
  const { now, wanted } = state;
  const { models } = schemaDifference(now.database, wanted.database);
  const schema = models.flatMap(({ before, after, columns, relations, changed }) => [
    ...changed
      .filter((pair) => stood(state, before, pair.before.name) !== undefined)
      .map((pair) => say(wanted, after.path, pair.after.span, `${after.name}.${pair.after.name}`)),
    ...[...columns.added, ...relations.added].map((field) =>
      say(wanted, after.path, field.span, `${after.name}.${field.name}`),
    ),
  ]);
  return [
    ...schema,
    ...tables(state),
    ...attributes(state),
    ...manyToMany(state),
    ...enums(state),
    ...properties(state),
  ];
}

/** A table alone does not say who may do what with its rows. */
function tables(state: SyncState): readonly Notice[] {
  const { base, wanted } = state;
  return [...wanted.database.models.values()]
    .filter(({ name }) => !base.database.models.has(oldModel(state, name)))
    .map(({ name, path, span }) => ({
      kind: "unsaid",
      path,
      line: lineOf(wanted, path, span),
      text: `${name}: a new table, which nothing reads or writes yet; to have operations made with it, take it out and ask for it: add model … by … with …`,
    }));
}

function attributes(state: SyncState): readonly Notice[] {
  const { now, wanted } = state;
  return [...wanted.database.models.values()].flatMap((after) => {
    const before = now.database.models.get(after.name);
    if (before === undefined) return [];
    const known = new Set(others(before).map(({ span }) => told(now, before.path, span)));
    return others(after)
      .filter(({ span }) => !known.has(told(wanted, after.path, span)))
      .map(({ span }) => say(wanted, after.path, span, after.name));
  });
}

/** Everything but plain indexes. */
function others({ attributes }: Model): readonly BlockAttribute[] {
  return attributes.filter(({ kind, fields }) => !/^(index|unique)$/.test(kind) || fields.length === 0);
}

/** Lists at both ends: a table that has no model. */
function manyToMany(state: SyncState): readonly Notice[] {
  const { base, wanted } = state;
  const isMany = ({ list, relation }: Field): boolean => {
    const other = wanted.database.models.get(relation?.target ?? "")?.fields;
    return list && relation !== null && other?.find(({ name }) => name === relation.opposite)?.list === true;
  };
  return [...wanted.database.models.values()].flatMap((model) => {
    const before = base.database.models.get(oldModel(state, model.name));
    return model.fields
      .filter((field) => isMany(field) && before?.fields.some(({ name }) => name === field.name) === false)
      .map((field) => say(wanted, model.path, field.span, `${model.name}.${field.name}`));
  });
}

function enums({ now, wanted }: SyncState): readonly Notice[] {
  return [...wanted.database.enums.values()].flatMap(({ name, path, span }) => {
    const before = now.database.enums.get(name);
    const same = before !== undefined && told(now, before.path, before.span) === told(wanted, path, span);
    return before === undefined || same ? [] : [say(wanted, path, span, name)];
  });
}

/** What is written, and what is searched by. */
function properties(state: SyncState): readonly Notice[] {
  return dtoDifference(state).flatMap(({ dto, added }) =>
    added.map(({ name, span }) => say(state.wanted, dto.path, span, `${dto.name}.${name}`)),
  );
}

function say(known: Known, path: string, span: Span, name: string): Notice {
  const line = lineOf(known, path, span);
  const said = told(known, path, span).split("\n").at(-1) ?? "";
  return {
    kind: "unsaid",
    path,
    line,
    text: `${name}: no change says this, so it stays as you wrote it: ${said}`,
  };
}

/** Without comments and with single blanks. */
function told(known: Known, path: string, { start, end }: Span): string {
  const lines = textOf(known, path).slice(start, end).split(/\r?\n/);
  const code = lines.map((line) =>
    line
      .replace(/\/\/.*$/, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return code.filter((line) => line !== "").join("\n");
}
