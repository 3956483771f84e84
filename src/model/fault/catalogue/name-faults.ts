import { childPath, parentPath } from "../../schema/path.js";
import type { Damage, Spot, ValueFault } from "../fault-kind.js";
import { instead, isObject } from "../put.js";
import { OURS } from "./sources.js";

/** Faults of names that have to exist. Some of them give another name that exists, which no type can see. */
export const NAME_FAULTS: readonly ValueFault[] = [
  {
    name: "invented-name",
    source: OURS,
    spoils: "value",
    damage: (spot) => named(spot, (name) => `${name}_data`),
  },
  {
    name: "wrong-case-name",
    source: OURS,
    spoils: "value",
    damage: (spot) => named(spot, (name) => name.toUpperCase()),
  },
  {
    name: "camel-case-name",
    source: OURS,
    spoils: "value",
    damage: (spot) =>
      named(spot, (name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())),
  },
  {
    name: "shortened-name",
    source: OURS,
    spoils: "value",
    damage: (spot) => named(spot, (name) => name.replace(/^[^_/]+_|\/[^/]+$/, "")),
  },
  {
    name: "singular-name",
    source: OURS,
    spoils: "value",
    damage: (spot) => named(spot, (name) => name.replace(/s$/, "")),
  },
  {
    name: "another-name",
    source: OURS,
    spoils: "value",
    damage: (spot, random) => {
      const other = random.pick(spot.names.filter((name) => name !== spot.value));
      return other === undefined ? null : named(spot, () => other);
    },
  },
  { name: "swapped-names", source: OURS, spoils: "value", damage: swapped },
];

/** A name in the place of a right one; null where that is no name, or the same one. */
function named(spot: Spot, change: (name: string) => string): Damage | null {
  if (typeof spot.value !== "string" || !spot.names.includes(spot.value)) return null;
  const other = change(spot.value);
  return other === spot.value || other === "" ? null : instead(spot, other);
}

/** Two names of one object change places, as the ends of a relation do. */
function swapped({ path, value, holder, names }: Spot): Damage | null {
  if (!isObject(holder) || typeof value !== "string" || !names.includes(value)) return null;
  const other = Object.entries(holder).find(
    ([key, each]) =>
      childPath(parentPath(path), key) !== path && each !== value && names.some((name) => name === each),
  );
  if (other === undefined) return null;
  const [key, theirs] = other;
  return {
    puts: [
      { path, value: theirs },
      { path: childPath(parentPath(path), key), value },
    ],
    at: path,
    right: value,
  };
}
