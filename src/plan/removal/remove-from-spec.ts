import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import type { Dto } from "../../spec/interface/interface-spec.js";
import type { Spec } from "../../spec/spec.js";
import type { Names } from "../../spec/names.js";
import { endsWith, sameWords, wordsOf } from "../../spec/words.js";
import { measures, onlyServes } from "./feature-words.js";
import type { Family } from "./family.js";
import { removedOperations } from "./removed-operations.js";
import type { Backend } from "../../source/backend.js";

/** Takes a family of models out of a spec: with its columns elsewhere, its DTOs, their properties, its operations. */
export function removeFromSpec(
  before: Spec,
  family: Family,
  words: readonly (readonly string[])[],
  backend: Backend,
): Spec {
  const database = removeFromDatabase(before.database, family, words);
  const types = columnTypes(before, database);
  const isGone = (dto: Dto): boolean =>
    dto.model !== null && family.models.has(dto.model) && !types.has(dto.name);
  const dtos = new Map<string, Dto>();
  for (const dto of before.api.dtos.values()) {
    if (isGone(dto)) continue;
    const properties = dto.properties.filter(
      (property) => !servesFamily(property, dto, before.database, database, words),
    );
    dtos.set(dto.name, { ...dto, properties });
  }
  const gone = removedOperations(before.api, family.models, words, backend);
  const operations = new Map([...before.api.operations].filter(([key]) => !gone.has(key)));
  return { database, api: { dtos, operations } };
}

/** DTOs that are the type of a column that stays, whatever model their own name recalls. */
function columnTypes(before: Spec, after: DatabaseSpec): ReadonlySet<string> {
  const found = new Set<string>();
  for (const dto of before.api.dtos.values()) {
    const fields = after.models.get(dto.model ?? "")?.fields ?? [];
    const columns = fields.filter((field) => !before.database.models.has(field.type));
    for (const property of dto.properties) {
      if (property.references.length > 0 && columns.some((column) => isColumnOf(property, column)))
        for (const name of property.references) found.add(name);
    }
  }
  return found;
}

function isColumnOf(property: Dto["properties"][number], column: Field): boolean {
  if (property.column !== null) return property.column === column.name;
  return sameWords(wordsOf(column.name), wordsOf(property.name));
}

function removeFromDatabase(
  before: DatabaseSpec,
  family: Family,
  words: readonly (readonly string[])[],
): DatabaseSpec {
  const models = new Map<string, Model>();
  for (const model of before.models.values()) {
    if (family.models.has(model.name)) continue;
    const gone = goneFields(model, family.models, words);
    const fields = model.fields.filter((field) => !gone.has(field.name));
    const attributes = model.attributes.filter((each) => !each.fields.some((name) => gone.has(name)));
    models.set(model.name, { ...model, fields, attributes });
  }
  return { ...before, models };
}

/** Relations into the family, their columns (unless another relation uses them too), and counters of it. */
function goneFields(
  model: Model,
  family: ReadonlySet<string>,
  words: readonly (readonly string[])[],
): ReadonlySet<string> {
  const isRelationInto = (field: Field): boolean => field.relation !== null && family.has(field.type);
  const gone = new Set(model.fields.filter(isRelationInto).map((field) => field.name));
  const shared = new Set(
    model.fields.filter((field) => !isRelationInto(field)).flatMap((field) => field.relation?.fields ?? []),
  );
  for (const field of model.fields) {
    if (!isRelationInto(field)) continue;
    for (const column of field.relation?.fields ?? []) if (!shared.has(column)) gone.add(column);
  }
  for (const field of model.fields) {
    const isColumn = field.relation === null && !field.id && !shared.has(field.name);
    if (!isColumn || !/^(Int|BigInt|String)$/.test(field.type)) continue;
    if (measures(field.name, words) || isLooseKey(field, family, words)) gone.add(field.name);
  }
  return gone;
}

/** An optional key that the schema does not declare as a relation: `lead_report_id String?`. */
function isLooseKey(
  field: Field,
  family: ReadonlySet<string>,
  words: readonly (readonly string[])[],
): boolean {
  if (!field.optional || !/(_id|Id)$/.test(field.name)) return false;
  const name = wordsOf(field.name).slice(0, -1);
  if (words.some((word) => endsWith(name, word))) return true;
  return [...family].some((model) => field.doc.replaceAll(/\s+/g, " ").includes(`{@link ${model}.id}`));
}

/** Whether a property of a DTO that stays was there for the family only. */
function servesFamily(
  property: Dto["properties"][number],
  dto: Dto,
  before: DatabaseSpec,
  after: DatabaseSpec,
  words: readonly (readonly string[])[],
): boolean {
  const model = dto.model === null ? undefined : before.models.get(dto.model);
  const kept = dto.model === null ? undefined : after.models.get(dto.model);
  const stays = (name: string): boolean => kept?.fields.some((field) => field.name === name) === true;
  if (property.column !== null && model !== undefined) {
    if (stays(property.column)) return false;
    if (model.fields.some((field) => field.name === property.column)) return true;
  }
  const spelled = (field: Field): boolean => sameWords(wordsOf(field.name), wordsOf(property.name));
  if (kept?.fields.some(spelled) === true) return false;
  if (model?.fields.some(spelled) === true) return true;
  if (measures(property.name, words)) return true;
  return onlyServes(property.name, words) && !/^\(?string\b/.test(property.type);
}

/** What one spec has and the other has not. */
export function differenceOf(before: Spec, after: Spec): Names {
  const fields: string[] = [];
  for (const model of before.database.models.values()) {
    const kept = after.database.models.get(model.name);
    if (kept === undefined) continue;
    const names = new Set(kept.fields.map((field) => field.name));
    fields.push(
      ...model.fields.filter((field) => !names.has(field.name)).map((field) => `${model.name}.${field.name}`),
    );
  }
  const properties: string[] = [];
  for (const dto of before.api.dtos.values()) {
    const kept = after.api.dtos.get(dto.name);
    if (kept === undefined) continue;
    const names = new Set(kept.properties.map((property) => property.name));
    properties.push(
      ...dto.properties.filter((each) => !names.has(each.name)).map((each) => `${dto.name}.${each.name}`),
    );
  }
  const missing = <V>(from: ReadonlyMap<string, V>, to: ReadonlyMap<string, V>): string[] =>
    [...from.keys()].filter((key) => !to.has(key));
  return {
    models: missing(before.database.models, after.database.models),
    fields,
    dtos: missing(before.api.dtos, after.api.dtos),
    properties,
    operations: missing(before.api.operations, after.api.operations),
  };
}
