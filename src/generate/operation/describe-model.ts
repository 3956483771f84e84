import type { Field, Model } from "../../spec/database/database-spec.js";
import type { Dto, Operation } from "../../spec/interface/interface-spec.js";
import { callNames, endsWith, ownWords, wordsOf } from "../../spec/words.js";
import type { Actor } from "../create/conventions/actors.js";
import { readActors } from "../create/conventions/actors.js";
import { readNaming } from "../create/conventions/naming.js";
import { camelOf, partsOf, pluralOf, singularOf } from "../create/conventions/spelling.js";
import { type Known, textOf } from "../create/known.js";
import type { NewModel, NewOperation, NewRelation, OperationKind } from "../create/new-model.js";
import { columnOf, plainFields } from "./existing-columns.js";

/** A model that is there, seen as one that is to be made: what new artefacts of it can be printed from. */
export function describeModel(model: Model, known: Known): NewModel {
  const { api, database } = known;
  const base = baseDto(model, known);
  const pascal = base?.name.slice(1) ?? readNaming(known).pascal(model.name);
  const own = ownWords(database.models.keys()).get(model.name) ?? partsOf(model.name);
  const all = ownWords(database.models.keys()).values();
  const words = singularOf(callNames(own, all).at(-1) ?? own);
  const noun = words.join(" ");
  const has = (pattern: RegExp): boolean => model.fields.some(({ name }) => pattern.test(name));
  return {
    table: model.name,
    path: model.path,
    like: model,
    noun,
    nouns: pluralOf(words).join(" "),
    variable: camelOf(words),
    pascal,
    columns: plainFields(model).flatMap((field) => columnOf(model, field, api, database) ?? []),
    relations: relationsOf(model, known),
    updatedAt: has(/^updated_?at$/i),
    softDelete: has(/^deleted_?at$/i),
    operations: servedOperations(model, pascal, known),
  };
}

/** The DTO that shows a row whole; null without one. */
export function baseDto(model: Model, { api, database }: Known): Dto | null {
  const found = [...api.dtos.values()].filter(
    ({ name, model: of, properties }) =>
      of === model.name && !name.includes(".") && !/^IPage/.test(name) && properties.length > 0,
  );
  const wanted = `i${singularOf(model.name.split("_")).join("")}`;
  const shown = new Set([...api.operations.values()].map(({ response }) => response));
  const rank = ({ name }: Dto): number =>
    (name.toLowerCase() === wanted ? 0 : 2) + (shown.has(name) ? 0 : 1) + (database.models.has(name) ? 1 : 0);
  return found.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** The relations that hold a key: one to who makes rows is his whose they are, one that a path asks for is above. */
function relationsOf(model: Model, known: Known): readonly NewRelation[] {
  const actors = readActors(known);
  const creates = known.api.dtos.get(`${baseDto(model, known)?.name}.ICreate`);
  const given = new Set(creates?.properties.flatMap(({ name, column }) => [name, column ?? name]));
  return model.fields.flatMap((field): readonly NewRelation[] => {
    const target = known.database.models.get(field.relation?.target ?? "");
    const [column] = field.relation?.fields ?? [];
    if (target === undefined || column === undefined || field.relation === null) return [];
    const actor = actors.find((each) => each.model === target) ?? null;
    const owns =
      actor !== null && !field.optional && !given.has(column) && isAsked(column, actor, model, known);
    return [
      {
        role: owns ? "owner" : "reference",
        name: field.name,
        column,
        target,
        optional: field.optional,
        actor: actor?.name ?? null,
        opposite: field.relation.opposite ?? "",
        tie: field.relation.name,
      },
    ];
  });
}

/** Whether some operation or what it calls sets or asks for who signed in by a column. */
function isAsked(column: string, actor: Actor, model: Model, known: Known): boolean {
  const keys = model.fields.filter(({ relation }) => relation?.target === actor.model?.name);
  if (keys.filter(({ relation }) => (relation?.fields.length ?? 0) > 0).length === 1) return true;
  const asks = new RegExp(`\\b${column}\\b\\s*(:|!==|===)\\s*(props\\.)?${actor.name}\\.id\\b`);
  return [...known.api.operations.values()].some(({ provider }) =>
    asks.test(textOf(known, provider?.path ?? "")),
  );
}

/** A relation that the last parameter above a row's own leads to is the one to its parent. */
export function below(model: NewModel, parameters: readonly string[]): NewModel | null {
  const above = parameters.at(-1);
  if (above === undefined) return model;
  const noun = above
    .replace(/(Id|_id)$/, "")
    .replaceAll("_", "")
    .toLowerCase();
  const parent =
    model.relations.find(({ target }) => flat(target).endsWith(noun)) ??
    model.relations.find(({ name }) => name.replaceAll("_", "").toLowerCase() === noun);
  if (parent === undefined) return null;
  const relations = model.relations.map((each) =>
    each === parent ? { ...each, role: "parent" as const } : each,
  );
  return { ...model, relations };
}

function flat({ name }: Pick<Model, "name">): string {
  return singularOf(name.split("_")).join("").toLowerCase();
}

/** What serves a model already, by what it does with rows. */
function servedOperations(model: Model, pascal: string, known: Known): readonly NewOperation[] {
  return [...known.api.operations.values()].flatMap((operation): readonly NewOperation[] => {
    const kind = kindOf(operation, model, pascal, known);
    const { provider, accessor } = operation;
    if (kind === null || provider === null || accessor === null) return [];
    return [{ ...operation, kind, provider, accessor, prefix: "", route: "" }];
  });
}

function kindOf(
  { method, path, body, response, provider }: Operation,
  model: Model,
  pascal: string,
  known: Known,
): OperationKind | null {
  const { api } = known;
  const ofOne = path.endsWith("}");
  const whole = response === `I${pascal}`;
  if (/\/auth\//.test(path)) return null;
  if (method === "POST" && body === `I${pascal}.ICreate` && whole) return "create";
  if (method === "GET" && ofOne && whole) return "read";
  if (method === "PUT" && ofOne && whole && body !== null) return "update";
  const text = textOf(known, provider?.path ?? "");
  if (method === "DELETE" && ofOne && erases(model.name, path, text)) return "delete";
  const rows = api.dtos.get(response ?? "");
  if (method === "PATCH" && !ofOne && /^IPage/.test(response ?? "") && rows?.model === model.name)
    return isCalled(model.name, path.split("/").at(-1) ?? "") ? "list" : null;
  return null;
}

/** Whether code erases a row of a model that its path ends with. */
function erases(table: string, path: string, text: string): boolean {
  return (
    isCalled(table, path.split("/").at(-2) ?? "") &&
    new RegExp(`\\.${table}\\s*\\.(delete|update)\\(`).test(text)
  );
}

/** Whether a segment of a path means the rows of a table. */
function isCalled(table: string, segment: string): boolean {
  return endsWith(wordsOf(table), wordsOf(segment));
}

/** A column by the name that a person uses for it, whatever its spelling. */
export function fieldCalled(model: Model, word: string): Field | null {
  const same = (name: string): string => name.replaceAll("_", "").toLowerCase();
  return model.fields.find(({ name }) => same(name) === same(word)) ?? null;
}
