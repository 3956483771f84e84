import type { Actor } from "../../generate/create/conventions/actors.js";
import { camelOf, partsOf, pluralOf, singularOf } from "../../generate/create/conventions/spelling.js";
import type { Known } from "../../generate/create/known.js";
import { most } from "../../util/most.js";
import type { NewRelation } from "../../generate/create/new-model.js";
import type { Model } from "../../spec/database/database-spec.js";
import { ownWords } from "../../spec/words.js";
import type { Reference } from "./resolve-fields.js";

export interface Ties {
  readonly table: string;
  readonly words: readonly string[];
  readonly parent: Model | null;
  /** Who makes rows, if rows belong to him. */
  readonly owner: Actor | null;
  readonly references: readonly Reference[];
}

/** The relations of a new model, with columns and other ends named as the backend names them. */
export function resolveRelations(ties: Ties, actors: readonly Actor[], known: Known): readonly NewRelation[] {
  const { parent, owner, references } = ties;
  const mine = (target: Model): boolean => owner !== null && owner.model === target;
  const given = references.some(({ target, optional }) => mine(target) && !optional);
  const own = ownWords(known.database.models.keys());
  const wanted: (Reference & Pick<NewRelation, "role">)[] = [
    ...(parent === null
      ? []
      : [
          {
            role: "parent" as const,
            name: own.get(parent.name)?.at(-1) ?? parent.name,
            target: parent,
            optional: false,
          },
        ]),
    ...(owner?.model == null || given
      ? []
      : [
          {
            role: "owner" as const,
            name: partsOf(owner.name).at(-1) ?? owner.name,
            target: owner.model,
            optional: false,
          },
        ]),
  ];
  for (const reference of references) {
    const owns =
      mine(reference.target) && !reference.optional && !wanted.some(({ role }) => role === "owner");
    wanted.push({ ...reference, role: owns ? "owner" : "reference" });
  }
  const found: NewRelation[] = [];
  for (const each of wanted) found.push(named(each, ties, found, wanted, actors, known));
  return found;
}

function named(
  { role, name, target, optional }: Reference & Pick<NewRelation, "role">,
  { table, words }: Ties,
  before: readonly NewRelation[],
  all: readonly Reference[],
  actors: readonly Actor[],
  known: Known,
): NewRelation {
  const usual = `${singularOf(target.name.split("_")).join("_")}_id`;
  const column = before.some((each) => each.column === usual) ? `${name}_id` : usual;
  const several = all.filter((each) => each.target === target).length > 1;
  const spell = spelling(known);
  const taken = new Set([
    ...target.fields.map((field) => field.name),
    ...before.filter((each) => each.target === target).map(({ opposite }) => opposite),
  ]);
  const own = table.split("_");
  const names = [pluralOf(words), pluralOf(own), pluralOf([...own, "of", ...partsOf(name)])].map(spell);
  return {
    role,
    name,
    column,
    target,
    optional,
    actor: actors.find(({ model }) => model === target)?.name ?? null,
    opposite: names.find((each) => !taken.has(each)) ?? `${table}_of_${column}`,
    tie: several ? `${table}_of_${column}` : null,
  };
}

/** `todo_labels` or `articleTags`, as most fields that stand for several rows are. */
export function spelling({ database }: Known): (words: readonly string[]) => string {
  const names = [...database.models.values()].flatMap(({ fields }) =>
    fields.filter(({ list, relation }) => list && relation !== null).map(({ name }) => name),
  );
  const snake = most(names.filter((name) => /[_A-Z]/.test(name)).map((name) => name.includes("_"))) ?? true;
  return (words) => (snake ? words.join("_") : camelOf(words));
}
