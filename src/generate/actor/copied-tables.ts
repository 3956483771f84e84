import type { Backend } from "../../source/backend.js";
import { eolOf } from "../../source/eol.js";
import { applySplices, type Splice } from "../../source/edit.js";
import type { PlacedSplice } from "../../source/splice-files.js";
import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";

/** The table of an actor, and those that hold his sessions and nobody else's. */
export function ownTables(actor: Model, database: DatabaseSpec): readonly Model[] {
  const own = [actor];
  for (const table of own)
    for (const model of database.models.values()) {
      const targets = keysOf(model).map(({ relation }) => relation?.target ?? "");
      const isShared = targets.some(
        (each) => each !== actor.name && database.models.get(each)?.stance === "actor",
      );
      if (model.stance === "session" && targets.includes(table.name) && !isShared && !own.includes(model))
        own.push(model);
    }
  return own;
}

/** A key of a table that leads out of a group of tables; null where none does. */
export function foreignKey(
  tables: readonly Model[],
): { readonly model: Model; readonly field: Field } | null {
  const own = new Set(tables.map(({ name }) => name));
  for (const model of tables)
    for (const field of keysOf(model)) if (!own.has(field.relation?.target ?? "")) return { model, field };
  return null;
}

/**
 * The tables once more, behind those that they are copied from. `renamed` holds them under their new names; lists of
 * rows elsewhere are not theirs.
 */
export function copyTables(
  tables: readonly Model[],
  renamed: { readonly backend: Backend; readonly models: ReadonlyMap<string, Model> },
  backend: Backend,
): readonly PlacedSplice[] {
  const own = new Set([...renamed.models.values()].map(({ name }) => name));
  return tables.flatMap((table): readonly PlacedSplice[] => {
    const model = renamed.models.get(table.name);
    const source = renamed.backend.files.get(model?.path ?? "")?.text;
    const last = tables.filter(({ path }) => path === table.path).at(-1);
    if (model === undefined || typeof source !== "string" || last === undefined) return [];
    const { start, end } = model.span;
    const gone = model.fields
      .filter(({ relation }) => relation !== null && !own.has(relation.target))
      .map(({ span }): Splice => ({ ...wholeLines(source, span), text: "" }))
      .map((each) => ({ ...each, start: each.start - start, end: each.end - start }));
    const eol = eolOf(backend.files.get(table.path)?.text ?? "");
    const block = applySplices(source.slice(start, end), gone);
    return [{ path: table.path, start: last.span.end, end: last.span.end, text: `${eol}${eol}${block}` }];
  });
}

function keysOf({ fields }: Model): readonly Field[] {
  return fields.filter(({ relation }) => (relation?.fields.length ?? 0) > 0);
}

function wholeLines(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  return { start: line, end: next === -1 ? end : next + 1 };
}
