import type { Change } from "../../change/change.js";
import { NAME_PLACES } from "./name-places.js";
import type { NameKind } from "./visible-names.js";

/** A name in a change: what it names, and where it stands below the change. */
export interface NamedValue {
  readonly kind: NameKind;
  readonly keys: readonly (string | number)[];
  readonly name: string;
}

/** All names of things that exist, in a change. */
export function namedValues(change: Change): readonly NamedValue[] {
  return Object.entries(NAME_PLACES[change.kind]).flatMap(([place, kind]) =>
    textsAt(change, place.split(".")).map(({ keys, text }) => ({ kind, keys, name: text })),
  );
}

interface Text {
  readonly keys: readonly (string | number)[];
  readonly text: string;
}

function textsAt(value: unknown, [member, ...rest]: readonly string[]): readonly Text[] {
  if (member === undefined) return typeof value === "string" ? [{ keys: [], text: value }] : [];
  if (typeof value !== "object" || value === null) return [];
  const key = member.replace(/\[\]$/, "");
  const inner: unknown = Reflect.get(value, key);
  if (key === member) return below([key], textsAt(inner, rest));
  const list: readonly unknown[] = Array.isArray(inner) ? inner : [];
  return list.flatMap((each, index) => below([key, index], textsAt(each, rest)));
}

function below(keys: readonly (string | number)[], texts: readonly Text[]): readonly Text[] {
  return texts.map((each) => ({ ...each, keys: [...keys, ...each.keys] }));
}
