import type { AddField } from "../../change/kinds/add-field.js";
import { printChange } from "../../change/forms.js";
import type { Actor } from "../../generate/create/conventions/actors.js";
import type { Creation } from "../../generate/relation/creators.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Planned } from "../planned.js";

/** Everybody on whose behalf rows of some models are made; null stands for nobody. */
export function makersOf(creations: Iterable<readonly Creation[]>): ReadonlySet<string | null> {
  return new Set(
    [...creations].flatMap((each) =>
      each.length === 0 ? [null] : each.flatMap(({ actors }) => [...actors]),
    ),
  );
}

/**
 * Who made a row has one answer where one actor makes them all. Where several do, or nobody, a person says whether
 * there is a column for each, or one that stays empty for the others; null where there is nothing to ask.
 */
export function askForMaker(
  change: AddField,
  wanted: Actor,
  creations: ReadonlyMap<Model, readonly Creation[]>,
  actors: readonly Actor[],
): Planned | null {
  if (change.type.optional) return null;
  const makers = makersOf(creations.values());
  if (makers.size === 1 && makers.has(wanted.name)) return null;
  const known = actors.filter(({ name }) => makers.has(name)).map(({ name }) => name);
  const [first, ...others] = [...new Set([...known])];
  const each =
    first === undefined || others.length === 0
      ? []
      : [{ ...change, type: { ...change.type, name: first, others } }];
  const single = [...new Set([wanted.name, ...known])].map((name) => ({
    ...change,
    type: { ...change.type, name, optional: true },
  }));
  const candidates = [...each, ...single].map((one) => ({ command: printChange(one), takes: [] }));
  return { kind: "ambiguous", candidates };
}
