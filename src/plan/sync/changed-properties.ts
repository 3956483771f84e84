import { printChange } from "../../change/forms.js";
import type { DtoProperty } from "../../spec/interface/interface-spec.js";
import { sameWords, wordsOf } from "../../spec/words.js";
import { useOf, wordOf } from "../field/choose-carriers.js";
import { type DtoDifference, dtoDifference } from "./dto-difference.js";
import { placeOf } from "./place-of.js";
import type { SyncState } from "./sync-state.js";
import { type Wish, wishFor } from "./wish.js";

export interface PropertyWishes {
  readonly wishes: readonly Wish[];
  /** Why a property cannot be followed; the first that is met. */
  readonly refusal: { readonly reason: string; readonly remedy: string } | null;
}

/** Properties that a person took out of what is read or written, and put into what is read. */
export function changedProperties(state: SyncState): PropertyWishes {
  const differences = dtoDifference(state).filter(({ dto }) => !/\.IRequest\b/.test(dto.name));
  const wishes: Wish[] = [];
  let refusal: PropertyWishes["refusal"] = null;
  for (const each of differences) {
    for (const { name } of each.removed)
      wishes.push(wishFor([{ kind: "hide-property", name, of: each.model, in: [wordOf(each.dto)] }]));
    for (const property of useOf(each.dto) === "read" ? each.added : []) {
      const column = columnOf(each, property, state);
      if (column !== null) wishes.push(expose(each, property, column, state));
      else if (!isHandMade(property, state)) refusal ??= noColumn(each, property, state);
    }
  }
  return { wishes, refusal };
}

function expose(
  { dto, model }: DtoDifference,
  property: DtoProperty,
  column: string,
  state: SyncState,
): Wish {
  const place = placeOf(state.wanted, dto.path, property.span);
  return wishFor([{ kind: "expose-field", name: column, of: model, in: [wordOf(dto)] }], { place });
}

function columnOf(
  { model }: DtoDifference,
  { name, column }: DtoProperty,
  { now }: SyncState,
): string | null {
  const fields = now.database.models.get(model)?.fields.filter(({ relation }) => relation === null) ?? [];
  const found = fields.find((field) =>
    column === null ? sameWords(wordsOf(field.name), wordsOf(name)) : field.name === column,
  );
  return found?.name ?? null;
}

/** Whoever also wrote code that names it has made it up from something else, and the compiler judges that. */
function isHandMade({ name }: DtoProperty, { base, wanted }: SyncState): boolean {
  const named = new RegExp(`\\b${name}\\b`);
  return [...wanted.backend.files.values()].some(
    ({ path, sha, text }) =>
      /^src\/(?!api\/)/.test(path) && base.backend.files.get(path)?.sha !== sha && named.test(text ?? ""),
  );
}

function noColumn(
  { dto, model }: DtoDifference,
  property: DtoProperty,
  state: SyncState,
): PropertyWishes["refusal"] {
  const add = printChange({
    kind: "add-field",
    name: property.name,
    type: { name: /\bnumber\b/.test(property.type) ? "int" : typeName(property), values: [], optional: true },
    to: { models: [model], stance: null },
    default: null,
    carriers: null,
  });
  return {
    reason: `${placeOf(state.wanted, dto.path, property.span)}: ${model} has no column "${property.name}"`,
    remedy: `Add the column to the schema in the same branch, or take the property out and ask for both: ${add}`,
  };
}

function typeName({ type }: DtoProperty): string {
  if (/"date-time"/.test(type)) return "datetime";
  return /\bboolean\b/.test(type) ? "boolean" : "string";
}
