import { childPath, parentPath, parsePath } from "../../schema/path.js";
import type { ValueFault } from "../fault-kind.js";
import { instead, isMember, isObject } from "../put.js";
import { OPENAI_ARGUMENTS, OURS } from "./sources.js";

/** Faults of an object's members. */
export const MEMBER_FAULTS: readonly ValueFault[] = [
  {
    name: "missing-member",
    source: OURS,
    spoils: "value",
    damage: (spot) => (isMember(spot) && spot.kinds.length === 0 ? instead(spot, undefined) : null),
  },
  {
    name: "extra-member",
    source: OPENAI_ARGUMENTS,
    spoils: "value",
    damage: ({ path, value }, random) => {
      if (!isObject(value)) return null;
      const at = childPath(path, random.pick(["description", "reason", "id", "confidence"]) ?? "reason");
      return at.slice(path.length + 1) in value
        ? null
        : { puts: [{ path: at, value: "as asked" }], at, right: undefined };
    },
  },
  {
    name: "misspelt-member",
    source: OURS,
    spoils: "value",
    damage: (spot) => {
      const key = parsePath(spot.path).at(-1);
      if (!isMember(spot) || typeof key !== "string" || spot.kinds.length > 0) return null;
      const at = childPath(parentPath(spot.path), key.endsWith("s") ? key.slice(0, -1) : `${key}s`);
      return {
        puts: [
          { path: spot.path, value: undefined },
          { path: at, value: spot.value },
        ],
        at: spot.path,
        right: spot.value,
      };
    },
  },
  {
    name: "capital-member",
    source: OURS,
    spoils: "value",
    damage: (spot) => {
      const key = parsePath(spot.path).at(-1);
      if (!isMember(spot) || typeof key !== "string" || spot.kinds.length > 0) return null;
      const at = childPath(parentPath(spot.path), key.charAt(0).toUpperCase() + key.slice(1));
      return {
        puts: [
          { path: spot.path, value: undefined },
          { path: at, value: spot.value },
        ],
        at: spot.path,
        right: spot.value,
      };
    },
  },
  {
    name: "wrapped-value",
    source: OURS,
    spoils: "value",
    damage: (spot) =>
      isMember(spot) && spot.kinds.length === 0 ? instead(spot, { value: spot.value }) : null,
  },
  {
    name: "flattened-object",
    source: OURS,
    spoils: "value",
    damage: (spot) => {
      const text = isObject(spot.value)
        ? Object.values(spot.value).find((each) => typeof each === "string")
        : undefined;
      return text === undefined ? null : instead(spot, text);
    },
  },
];
