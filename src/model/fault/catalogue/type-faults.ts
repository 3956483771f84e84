import type { ValueFault } from "../fault-kind.js";
import { instead, isFreeText, isMember, isObject } from "../put.js";
import { OURS, TYPIA_COERCE } from "./sources.js";

/** Values of another type than the one that is asked for. */
export const TYPE_FAULTS: readonly ValueFault[] = [
  {
    name: "text-for-number",
    source: TYPIA_COERCE,
    spoils: "value",
    damage: (spot) => (typeof spot.value === "number" ? instead(spot, String(spot.value)) : null),
  },
  {
    name: "words-for-number",
    source: OURS,
    spoils: "value",
    damage: (spot) => (typeof spot.value === "number" ? instead(spot, "a few") : null),
  },
  {
    name: "text-for-boolean",
    source: TYPIA_COERCE,
    spoils: "value",
    damage: (spot) => (typeof spot.value === "boolean" ? instead(spot, String(spot.value)) : null),
  },
  {
    name: "yes-for-boolean",
    source: OURS,
    spoils: "value",
    damage: (spot) => (typeof spot.value === "boolean" ? instead(spot, spot.value ? "yes" : "no") : null),
  },
  {
    name: "text-for-list",
    source: "github.com/opendatahub-io/agentic-ci/pull/74",
    spoils: "value",
    damage: (spot) => {
      const { value } = spot;
      return Array.isArray(value) && typeof value[0] === "string" ? instead(spot, value.join(", ")) : null;
    },
  },
  {
    name: "object-for-list",
    source: "github.com/Miso2233/SonettoHere/issues/319",
    spoils: "value",
    damage: (spot) => {
      const first: unknown = Array.isArray(spot.value) ? spot.value[0] : undefined;
      return isObject(first) ? instead(spot, first) : null;
    },
  },
  {
    name: "list-for-value",
    source: OURS,
    spoils: "value",
    damage: (spot) => (isMember(spot) && typeof spot.value === "string" ? instead(spot, [spot.value]) : null),
  },
  {
    name: "json-in-text",
    source: "github.com/pydantic/pydantic-ai/issues/5259",
    spoils: "value",
    damage: (spot) =>
      isMember(spot) && typeof spot.value === "object" && spot.value !== null
        ? instead(spot, JSON.stringify(spot.value))
        : null,
  },
  {
    name: "text-null",
    source: TYPIA_COERCE,
    spoils: "value",
    damage: (spot) => (spot.value === null ? instead(spot, "null") : null),
  },
  {
    name: "null-for-value",
    source: OURS,
    spoils: "value",
    damage: (spot) => (isMember(spot) && spot.value !== null ? instead(spot, null) : null),
  },
  {
    name: "object-for-text",
    source: OURS,
    spoils: "value",
    damage: (spot) => (isFreeText(spot) ? instead(spot, { text: spot.value }) : null),
  },
];
