import type { Backend } from "../../../source/backend.js";
import type { Model } from "../../../spec/database/database-spec.js";
import type { Dto, DtoProperty } from "../../../spec/interface/interface-spec.js";
import { nameMap, type Rename } from "../../../spec/renames.js";
import type { Names } from "../../../spec/names.js";
import type { Spec } from "../../../spec/spec.js";
import { callNames, endsWith, ownWords, sameWords, wordsOf } from "../../../spec/words.js";
import { familyOf } from "../../removal/family.js";
import { featureWords, measures } from "../../removal/feature-words.js";
import { differenceOf, removeFromSpec } from "../../removal/remove-from-spec.js";
import type { Spelling } from "./spelling.js";
import type { Feature } from "./target.js";

export interface MemberNames {
  readonly models: readonly Rename[];
  readonly fields: readonly Rename[];
  readonly dtos: readonly Rename[];
  readonly properties: readonly Rename[];
  /** What would go if the feature went: what it is made of. */
  readonly made: Names;
  /** The spelling that knows which names with the word in them stay. */
  readonly spelling: Spelling;
}

/**
 * The members of both specs that bear a feature's name. What a removal of the feature would take out is what the
 * feature consists of; of that, what has its word in its name gets the new one.
 */
export function memberNames(backend: Backend, spec: Spec, { root, spelling }: Feature): MemberNames {
  const family = featureModels(root, spec);
  const words = featureWords(family, spec.database);
  const after = removeFromSpec(spec, { roots: [root], models: family, dependants: [] }, words, backend);
  const made = differenceOf(spec, after);
  const models = renamed([...family], (name) => spelling.respell(name));
  const fields = fieldNames(spec, spelling, new Set(models.map(({ from }) => from)), made);
  const own = { models: nameMap(models), fields: nameMap(fields) };
  const dtos = dtoNames(spec, spelling, own.models);
  const properties = propertyNames(spec, spelling, own, new Set(dtos.map(({ from }) => from)), made);
  const stays = keptNames(spec, [...models, ...fields, ...properties]);
  return { models, fields, dtos, properties, made, spelling: spelling.keeping(stays) };
}

/** The family that a removal takes along, and what is named after the feature's model and belongs to it. */
function featureModels(root: string, { database, api }: Spec): ReadonlySet<string> {
  const found = new Set(familyOf([root], database, api).models);
  const own = ownWords(database.models.keys());
  const start = own.get(root) ?? wordsOf(root);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const model of database.models.values()) {
      const words = own.get(model.name) ?? [];
      const named = start.every((word, index) => words[index] === word);
      if (named && model.fields.some(({ relation }) => relation !== null && found.has(relation.target)))
        found.add(model.name);
    }
  }
  return found;
}

function renamed(names: readonly string[], respell: (name: string) => string): readonly Rename[] {
  return names.flatMap((from) => {
    const to = respell(from);
    return to === from ? [] : [{ from, to }];
  });
}

/** Relations to what is renamed, the columns behind them, and columns that count or point at it. */
function fieldNames(
  { database }: Spec,
  spelling: Spelling,
  models: ReadonlySet<string>,
  made: Names,
): readonly Rename[] {
  const gone = new Set(made.fields);
  const found = new Set<string>();
  for (const model of database.models.values())
    for (const field of model.fields) {
      const { relation } = field;
      if (relation !== null && models.has(relation.target))
        for (const name of [field.name, ...relation.fields]) found.add(`${model.name}.${name}`);
      const plain = relation === null && !database.enums.has(field.type);
      if (plain && (gone.has(`${model.name}.${field.name}`) || measures(field.name, [spelling.words])))
        found.add(`${model.name}.${field.name}`);
    }
  return [...found].flatMap((from) => {
    const name = from.slice(from.lastIndexOf(".") + 1);
    const to = spelling.respell(name);
    return to === name ? [] : [{ from, to }];
  });
}

/** DTOs of renamed models; what is declared inside of one goes by its own name below the new one. */
function dtoNames({ api }: Spec, spelling: Spelling, models: ReadonlyMap<string, string>): readonly Rename[] {
  return [...api.dtos.values()].flatMap(({ name }) => {
    const [root = "", ...rest] = name.split(".");
    const model = api.dtos.get(root)?.model ?? api.dtos.get(name)?.model ?? "";
    const to = models.has(model) ? spelling.respell(root) : root;
    return to === root ? [] : [{ from: name, to: [to, ...rest].join(".") }];
  });
}

function propertyNames(
  { api, database }: Spec,
  spelling: Spelling,
  own: { readonly models: ReadonlyMap<string, string>; readonly fields: ReadonlyMap<string, string> },
  dtos: ReadonlySet<string>,
  made: Names,
): readonly Rename[] {
  const gone = new Set(made.properties);
  // `completed_todos` are some of the todos, if nothing else is called so.
  const shared = isShared(database, new Set(own.models.keys()), spelling);
  const follows = (dto: Dto, property: DtoProperty): boolean => {
    const model = database.models.get(dto.model ?? "");
    const column = model === undefined ? null : columnOf(model, property);
    if (column !== null && own.fields.has(column)) return true;
    if (property.references.some((name) => dtos.has(name))) return true;
    // A property of a column that keeps its name keeps it as well.
    if (column !== null) return false;
    const words = wordsOf(property.name);
    // A text called "comment" may be anything.
    const isText = /\bstring\b/.test(property.type);
    if (!shared && !isText && endsWith(words, spelling.words)) return true;
    return gone.has(`${dto.name}.${property.name}`) || measures(property.name, [spelling.words]);
  };
  return [...api.dtos.values()].flatMap((dto) =>
    dto.properties.flatMap((property) => {
      const to = spelling.respell(property.name);
      return to === property.name || !follows(dto, property)
        ? []
        : [{ from: `${dto.name}.${property.name}`, to }];
    }),
  );
}

/** Whether a model that stays is called by the feature's word, so that the word alone may mean that one. */
export function isShared(
  database: Spec["database"],
  renamed: ReadonlySet<string>,
  { words }: Spelling,
): boolean {
  const own = ownWords(database.models.keys());
  return [...own].some(
    ([name, all]) =>
      !renamed.has(name) && callNames(all, own.values()).some((call) => sameWords(call, words)),
  );
}

/** The field that a property shows: by its tag, else by its name. */
function columnOf(model: Model, property: DtoProperty): string | null {
  const field =
    model.fields.find(({ name }) => name === property.column) ??
    model.fields.find(({ name }) => sameWords(wordsOf(name), wordsOf(property.name)));
  return field === undefined ? null : `${model.name}.${field.name}`;
}

/** Names of members that stay, for those that have the word in them. */
function keptNames({ database, api }: Spec, renames: readonly Rename[]): ReadonlySet<string> {
  const gone = new Set(renames.map(({ from }) => from));
  const lost = new Set(renames.map(({ from }) => from.slice(from.lastIndexOf(".") + 1)));
  const kept = new Set<string>();
  const add = (name: string): unknown => !lost.has(name) && kept.add(name);
  for (const model of database.models.values()) {
    if (!gone.has(model.name)) add(model.name);
    for (const { name } of model.fields) if (!gone.has(`${model.name}.${name}`)) add(name);
  }
  for (const dto of api.dtos.values())
    for (const { name } of dto.properties) if (!gone.has(`${dto.name}.${name}`)) add(name);
  return kept;
}
