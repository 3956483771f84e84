import type { Field, Model } from "../../spec/database/database-spec.js";
import type { Dto, DtoProperty } from "../../spec/interface/interface-spec.js";
import { deletedColumn } from "../../spec/database/deleted-column.js";
import { sameWords, wordsOf } from "../../spec/words.js";
import type { Known } from "../create/known.js";
import type { DerivedRow, Shown } from "./shown.js";
import { transformerOf } from "./transformer-of.js";

/** A property that shows a related row, or a list of such; null for any other. */
export function shownRelation(
  property: DtoProperty,
  model: Model,
  known: Known,
  derive: (dto: Dto, model: Model) => DerivedRow | null,
): Shown | null {
  const dto = known.api.dtos.get(property.references[0] ?? "");
  const isList = /\[\]|\bArray</.test(property.type);
  const field = relationOf(property, model, dto?.model ?? null, isList);
  const target = known.database.models.get(field?.relation?.target ?? "");
  if (dto === undefined || field === null || target === undefined || property.references.length > 1)
    return null;
  const nullable = /\bnull\b/.test(property.type);
  if (field.optional && !nullable && !isList) return null;
  const row = rowOf(dto, target, known, derive);
  if (row === null) return null;
  const { selecting, value, transformers } = row;
  const extra = isList ? listed(target) : [];
  if (extra === null) return null;
  const selected = extra.length === 0 ? selecting.alone : `{ ${[selecting.inside, ...extra].join(", ")} }`;
  return {
    selected: `${field.name}: ${selected}`,
    counts: false,
    value: (of) => {
      const place = `${of}.${field.name}`;
      if (isList) return row.each(place);
      return nullable ? `${place} ? ${value(place)} : null` : value(place);
    },
    transformers,
  };
}

/** The relation that a property shows: the one of its tag or its name, else the only one to such rows. */
function relationOf(
  { name, column }: DtoProperty,
  model: Model,
  target: string | null,
  isList: boolean,
): Field | null {
  const all = model.fields.filter((each) => each.relation?.target === target && each.list === isList);
  const [only] = all;
  return (
    all.find((each) => each.name === column || each.relation?.fields[0] === column) ??
    all.find((each) => sameWords(wordsOf(each.name), wordsOf(name))) ??
    (all.length === 1 && only !== undefined ? only : null)
  );
}

interface Row {
  readonly selecting: { readonly alone: string; readonly inside: string };
  readonly value: (row: string) => string;
  /** The same of each row of a list. */
  readonly each: (rows: string) => string;
  readonly transformers: readonly string[];
}

function rowOf(
  dto: Dto,
  target: Model,
  known: Known,
  derive: (dto: Dto, model: Model) => DerivedRow | null,
): Row | null {
  const name = transformerOf(dto.name, known);
  if (name !== null)
    return {
      selecting: { alone: `${name}.select()`, inside: `...${name}.select()` },
      value: (row) => `await ${name}.transform(${row})`,
      each: (rows) => `await ArrayUtil.asyncMap(${rows}, ${name}.transform)`,
      transformers: [`src/transformers/${name}`],
    };
  const derived = derive(dto, target);
  if (derived === null || derived.transformers.length > 0) return null;
  const select = `select: { ${derived.selected.join(", ")} }`;
  const value = (row: string): string => `{\n${derived.entries(row).join(",\n")}\n}`;
  return {
    selecting: { alone: `{ ${select} }`, inside: select },
    value,
    each: (rows) => `${rows}.map((each) => (${value("each")}))`,
    transformers: [],
  };
}

/** Rows that are there still, in the order in which they came; null where nothing says their order. */
function listed(target: Model): readonly string[] | null {
  const order = target.fields.find(({ name }) => /^(sequence|position|created_?at)$/i.test(name));
  const gone = deletedColumn(target.fields);
  if (order === undefined) return null;
  return [...(gone === null ? [] : [`where: { ${gone.name}: null }`]), `orderBy: { ${order.name}: "asc" }`];
}

/** A property that says how many related rows there are: `comments_count`. */
export function shownCount({ name, type }: DtoProperty, model: Model, known: Known): Shown | null {
  const words = wordsOf(name);
  if (words.at(-1) !== "count" || !/^number\b/.test(type)) return null;
  const of = words.slice(0, -1);
  const field = model.fields.find(
    (each) => each.list && each.relation !== null && sameWords(wordsOf(each.name), of),
  );
  const target = known.database.models.get(field?.relation?.target ?? "");
  if (field === undefined || target === undefined) return null;
  const gone = deletedColumn(target.fields);
  return {
    selected: `${field.name}: ${gone === null ? "true" : `{ where: { ${gone.name}: null } }`}`,
    counts: true,
    value: (row) => `${row}._count.${field.name}`,
    transformers: [],
  };
}
