import type { FieldType } from "../../change/field-type.js";
import { payloadFile, payloadMember, readPlaces, valuesType } from "../../generate/actor/payload.js";
import { readActors } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import type { Edit } from "../../source/edit.js";
import { spliceFiles } from "../../source/splice-files.js";
import { type Found, refuse } from "../found.js";

/** A column that says in which place the rows of an actor are. */
export interface PlaceColumn {
  readonly actor: string;
  readonly attribute: string;
  readonly values: readonly string[];
}

/** What a column means for who signs in; null where it is like any other. */
export function placeColumn(model: string, field: string, known: Known): PlaceColumn | null {
  const actor = readActors(known).find((each) => each.model?.name === model)?.name;
  if (actor === undefined) return null;
  const places = readPlaces(actor, known.backend).find(({ attribute }) => attribute === field);
  return places === undefined ? null : { actor, ...places };
}

/** The payload with other places; how the plan ends where an operation needs one that goes. */
export function changePlaces(
  { actor, attribute, values }: PlaceColumn,
  to: FieldType,
  { backend, api }: Known,
): Found<readonly Edit[]> {
  if (to.values.length < 2)
    return refuse(
      `${attribute} tells one ${actor} from another by a set of values.`,
      `Name at least two: "${values.join('" | "')}".`,
    );
  const gone = values.filter((each) => !to.values.includes(each));
  for (const { key, places = [], ...operation } of api.operations.values()) {
    const lost = gone.find((each) => operation.actor === actor && places.includes(`${attribute}.${each}`));
    if (lost !== undefined)
      return refuse(
        `${key} is for ${actor}.${lost}.`,
        `Let somebody else call it first: \`/autobe change operation ${key} to by ${actor}.${to.values.find((each) => each !== lost)}\``,
      );
  }
  const file = payloadFile(actor, backend);
  const member = file === null ? null : payloadMember(file, attribute);
  if (file === null || member?.type === undefined) return { ok: true, value: [] };
  const { type } = member;
  const text = valuesType(to.values);
  return {
    ok: true,
    value: spliceFiles(backend, [{ path: file.path, start: type.getStart(), end: type.end, text }]),
  };
}

/** Whether the places are those of a type already, in whatever order. */
export function hasPlaces({ values }: PlaceColumn, to: FieldType): boolean {
  return [...values].sort().join() === [...to.values].sort().join();
}
