import type { DatabaseSpec, Model } from "../../spec/database/database-spec.js";
import type { Dto, InterfaceSpec } from "../../spec/interface/interface-spec.js";
import { carriersOf } from "../../spec/carried-by.js";
import type { Spec } from "../../spec/spec.js";
import { camel } from "../../spec/respell.js";
import { ownWords, sameWords, wordsOf } from "../../spec/words.js";
import type { CarrierUse, NewCarrier } from "../../generate/add/new-field.js";

/** What a DTO is called in a command, behind the name of its model's own: "create" for `IBbsArticle.ICreate`. */
const DEFAULTS = ["read", "create", "update"];

/** The DTOs of a model that are to carry a new field, or the first wanted name that fits none. */
export function chooseCarriers(
  field: string,
  model: Model,
  wanted: readonly string[] | null,
  spec: Spec,
): {
  readonly carriers: readonly NewCarrier[];
  readonly unknown: string | null;
  readonly known: readonly string[];
} {
  const own = dtosOf(model, spec);
  const known = [...new Set(own.map(wordOf))].filter((word) => word !== "request");
  const words = wanted ?? DEFAULTS;
  const carriers = own
    .filter((dto) => words.includes(wordOf(dto)))
    .map((dto) => ({ dto, property: propertyName(field, model, dto), use: useOf(dto) }));
  const unknown = wanted?.find((word) => !known.includes(word)) ?? null;
  return { carriers, unknown, known };
}

/** The DTOs that hold what a row of a model holds, or a part of it. */
export function dtosOf(model: Model, { database, api }: Spec): readonly Dto[] {
  const all = [...api.dtos.values()].filter((dto) => dto.model === model.name && isOf(dto, model, api));
  // `ITodoMemberLogin` is about members, and no member.
  const named = all.filter(({ name }) => isNamed(name, model, database));
  return named.length > 0 ? named : all;
}

function isNamed(dto: string, { name }: Model, database: DatabaseSpec): boolean {
  const words = wordsOf((dto.split(".")[0] ?? "").replace(/^I(?=[A-Z])/, ""));
  return (
    sameWords(words, wordsOf(name)) || sameWords(words, ownWords(database.models.keys()).get(name) ?? [])
  );
}

/** Whether a DTO holds what a row holds; one about many rows, such as statistics, is only called alike. */
function isOf(dto: Dto, model: Model, api: InterfaceSpec): boolean {
  const columns = model.fields.filter((field) => field.relation === null);
  const carried = new Set(
    columns.flatMap((field) =>
      carriersOf(model, field, api).flatMap((each) => (each.dto === dto ? [each.property] : [])),
    ),
  );
  return dto.properties.length > 0 && carried.size * 3 >= dto.properties.length;
}

/** "read" for `IBbsArticle`, "summary" for `IBbsArticle.ISummary`; actors are created by joining. */
export function wordOf({ name }: Dto): string {
  const last = name.split(".")[1];
  if (last === undefined) return "read";
  const word = last.replace(/^I(?=[A-Z])/, "").toLowerCase();
  return word === "join" ? "create" : word;
}

/** What a DTO does with the values it carries. */
export function useOf(dto: Dto): CarrierUse {
  const word = wordOf(dto);
  return word === "create" || word === "update" ? word : "read";
}

/** In the spelling in which the DTO carries the model's other columns: `dueAt` beside `createdAt` of `created_at`. */
function propertyName(field: string, model: Model, dto: Dto): string {
  const names = new Set(dto.properties.map(({ name }) => name));
  const column = model.fields.find(({ name }) => camel(name) !== name && names.has(camel(name)));
  return column === undefined ? field : camel(field);
}
