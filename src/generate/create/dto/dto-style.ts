import type { Dto, DtoProperty } from "../../../spec/interface/interface-spec.js";
import { camel } from "../../../spec/respell.js";
import { type Known, textOf } from "../known.js";
import { most } from "../../../util/most.js";

/** What the DTOs of a backend look like, beyond their names and types. */
export interface DtoStyle {
  /** `/**` in a line of its own. */
  readonly blockDocs: boolean;
  /** Whether properties name their column, and members of a namespace their table. */
  readonly propertyTags: boolean;
  readonly memberTags: boolean;
  /** Whether properties of the members of a namespace have comments. */
  readonly memberDocs: boolean;
  /** Whether what may be left out says `| undefined`, and a condition `| null`. */
  readonly saysUndefined: boolean;
  readonly nullConditions: boolean;
  /** Lines that the comment of every DTO ends with. */
  readonly tags: readonly string[];
  /** How requests call the number of rows of a page: `limit`, `pageSize`. */
  readonly pageSize: string;
  /** The paging properties of requests, with their comments; null where they have none in common. */
  readonly paging: readonly string[] | null;
  /** How a column is spelled as a property. */
  readonly spell: (column: string) => string;
  /** How the key of a reference is spelled where callers give it. */
  readonly key: (column: string) => string;
}

export function readDtoStyle(known: Known, prefix: readonly string[]): DtoStyle {
  const dtos = [...known.api.dtos.values()].filter(({ properties }) => properties.length > 0);
  const bases = dtos.filter(
    ({ name, model }) => !name.includes(".") && model !== null && !/^IPage/.test(name),
  );
  const members = dtos.filter(({ name, model }) => name.includes(".") && model !== null);
  const requests = dtos.filter(({ name }) => /\.IRequest$/.test(name));
  const written = (all: readonly Dto[]): readonly string[] =>
    all.flatMap((dto) =>
      dto.properties.map(({ span }) => textOf(known, dto.path).slice(span.start, span.end)),
    );
  const own = written(bases);
  const inner = written(members.filter(({ name }) => /\.(ICreate|IUpdate)$/.test(name)));
  const optional = [...inner, ...written(requests)].filter((text) => /^\s*\w+\?:/m.test(text));
  const heads = members.map(
    (dto) => textOf(known, dto.path).slice(dto.span.start, dto.span.end).split("type ")[0] ?? "",
  );
  const pageSize = most(requests.flatMap((dto) => pageSizeOf(dto) ?? [])) ?? "limit";
  return {
    blockDocs:
      most(own.filter((text) => text.includes("/**")).map((text) => /\/\*\*\s*\n/.test(text))) ?? false,
    propertyTags: most(own.map((text) => text.includes("-schema-property"))) ?? false,
    memberTags: most(heads.map((text) => /-schema\s/.test(text))) ?? false,
    memberDocs: most(inner.map((text) => text.includes("/**"))) ?? false,
    saysUndefined: most(optional.map((text) => /\bundefined;?\s*$/.test(text.trim()))) ?? false,
    nullConditions: most(requests.flatMap(pageProperty).map(({ type }) => /\bnull\b/.test(type))) ?? false,
    tags: commonTags(known, bases),
    pageSize,
    paging: pagingOf(known, requests, pageSize),
    spell: spelling(known),
    key: keySpelling(known, prefix),
  };
}

/** The property by which a request says how many rows a page has; null without one. */
export function pageSizeOf({ properties }: Dto): string | null {
  const names = properties.map(({ name }) => name);
  return names.find((name) => /^(limit|page_?size|per_?page|take|size)$/i.test(name)) ?? null;
}

function pageProperty({ properties }: Dto): readonly DtoProperty[] {
  return properties.filter(({ name }) => name === "page");
}

function commonTags(known: Known, bases: readonly Dto[]): readonly string[] {
  const lines = bases.map((dto) => {
    const head = textOf(known, dto.path).slice(dto.span.start, dto.span.end).split("*/")[0] ?? "";
    return [...head.matchAll(/^\s*\*\s*(@(?!x-autobe-(?:database|prisma)-schema).*?)\s*$/gm)].map(
      ([, tag]) => tag ?? "",
    );
  });
  return (most(lines.map((each) => each.join("\n"))) ?? "").split("\n").filter((tag) => tag !== "");
}

function pagingOf(known: Known, requests: readonly Dto[], pageSize: string): readonly string[] | null {
  const texts = ["page", pageSize].map((wanted) =>
    most(
      requests.flatMap((dto) =>
        dto.properties
          .filter(({ name }) => name === wanted)
          .map(({ span }) => textOf(known, dto.path).slice(span.start, span.end).replaceAll("\r", "").trim()),
      ),
    ),
  );
  return texts.every((text) => text !== null) ? texts : null;
}

function spelling({ database, api }: Known): DtoStyle["spell"] {
  const names = [...api.dtos.values()].flatMap(({ properties }) => properties.map(({ name }) => name));
  const columns = new Set(
    [...database.models.values()]
      .flatMap(({ fields }) => fields.map(({ name }) => name))
      .filter((name) => name.includes("_")),
  );
  const respelled = new Set([...columns].map(camel));
  const votes = names.flatMap((name) => (columns.has(name) ? [false] : respelled.has(name) ? [true] : []));
  return most(votes) === true ? camel : (column) => column;
}

function keySpelling(known: Known, prefix: readonly string[]): DtoStyle["key"] {
  const spell = spelling(known);
  const short = (column: string): string => {
    const words = column.split("_");
    const own = prefix.length > 0 && prefix.every((word, index) => words[index] === word);
    return own ? words.slice(prefix.length).join("_") : column;
  };
  const keys = [...known.database.models.values()].flatMap(({ fields }) =>
    fields.flatMap(({ relation }) => relation?.fields ?? []).filter((name) => short(name) !== name),
  );
  const names = [...known.api.dtos.values()].flatMap(({ name, properties }) =>
    /\.(ICreate|IUpdate|IRequest)$/.test(name) ? properties.map((each) => each.name) : [],
  );
  const count = (spelled: (column: string) => string): number => {
    const wanted = new Set(keys.map((key) => spell(spelled(key))));
    return names.filter((name) => wanted.has(name)).length;
  };
  return count(short) > count((column) => column) ? (column) => spell(short(column)) : spell;
}
