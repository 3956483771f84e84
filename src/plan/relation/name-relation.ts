import { pluralOf, partsOf, singularOf, camelOf } from "../../generate/create/conventions/spelling.js";
import type { Known } from "../../generate/create/known.js";
import type { NewRelation } from "../../generate/relation/new-relation.js";
import type { Model } from "../../spec/database/database-spec.js";
import { ownWords } from "../../spec/words.js";
import { most } from "../../util/most.js";
import { spelling } from "../model/resolve-relations.js";

type Names = Pick<NewRelation, "column" | "opposite" | "tie">;

/** The column, the other end and the tie of a relation, as the backend names such things; `taken` holds other ends that are new as well. */
export function nameRelation(
  name: string,
  model: Model,
  target: Model,
  unique: boolean,
  taken: ReadonlySet<string>,
  known: Known,
): Names {
  const column = keyName(name, known);
  const related = (from: Model, to: Model): boolean =>
    from.fields.some(({ relation }) => relation?.target === to.name);
  const several = model === target || related(model, target) || related(target, model);
  const used = new Set([...target.fields.map((field) => field.name), ...taken, name, column]);
  const own = ownWords(known.database.models.keys()).get(model.name) ?? [];
  const table = model.name.split("_");
  const verb = /^([a-z]+ed|written|made)_?by(?![a-z])/i.exec(name)?.[1]?.toLowerCase();
  const many = (words: readonly string[]): readonly string[] =>
    unique ? singularOf(words) : pluralOf(words);
  const wanted = [
    ...(model === target && name === "parent" ? [["children"]] : []),
    ...(verb === undefined ? [] : [many([verb, ...own])]),
    ...(model === target ? [] : [many(own), many(table)]),
    many([...own, "of", ...partsOf(name)]),
  ].map(spelling(known));
  return {
    column,
    opposite: wanted.find((each) => !used.has(each)) ?? `${model.name}_of_${column}`,
    tie: several ? `${model.name}_of_${column}` : null,
  };
}

/** `parent_id` or `parentId`, as keys are spelled. */
export function keyName(name: string, { database }: Known): string {
  const keys = [...database.models.values()].flatMap(({ fields }) =>
    fields.flatMap(({ relation }) => relation?.fields ?? []),
  );
  const camel = most(keys.filter((key) => /[_A-Z]/.test(key)).map((key) => !key.includes("_"))) ?? false;
  return camel ? camelOf([...partsOf(name), "id"]) : `${name}_id`;
}

/** What deleting a row does to those that may be without it, as the schema says it of others; null where it says nothing. */
export function usualOnDelete({ database }: Known): string | null {
  const relations = [...database.models.values()].flatMap(({ fields }) =>
    fields.filter(({ relation }) => (relation?.fields.length ?? 0) > 0),
  );
  const optional = relations.filter(({ optional }) => optional);
  const said = most(optional.map(({ relation }) => relation?.onDelete ?? null));
  if (optional.length > 0) return said;
  return relations.some(({ relation }) => relation?.onDelete != null) ? "SetNull" : null;
}
