import type { ValueFault } from "../fault-kind.js";
import { parentPath } from "../../schema/path.js";
import { instead, isFreeText } from "../put.js";
import { OURS } from "./sources.js";

/** Faults of what lists and free texts say. */
export const CONTENT_FAULTS: readonly ValueFault[] = [
  {
    name: "left-out-element",
    source: OURS,
    spoils: "value",
    damage: (spot) => (Array.isArray(spot.holder) ? instead(spot, undefined) : null),
  },
  {
    name: "doubled-element",
    source: OURS,
    spoils: "value",
    damage: ({ path, value, holder }) => {
      if (!Array.isArray(holder)) return null;
      const list = parentPath(path);
      const at = `${list}[${holder.length}]`;
      return { puts: [{ path: list, value: [...(holder as unknown[]), value] }], at, right: undefined };
    },
  },
  {
    name: "empty-list",
    source: OURS,
    spoils: "value",
    damage: (spot) => (Array.isArray(spot.value) && spot.value.length > 0 ? instead(spot, []) : null),
  },
  {
    name: "empty-text",
    source: OURS,
    spoils: "value",
    damage: (spot) => (isFreeText(spot) && spot.value !== "" ? instead(spot, "") : null),
  },
  {
    name: "placeholder-text",
    source: OURS,
    spoils: "value",
    damage: (spot) => (isFreeText(spot) ? instead(spot, "string") : null),
  },
  {
    name: "reworded-text",
    source: OURS,
    spoils: "value",
    damage: (spot) => (isFreeText(spot) ? instead(spot, `in other words, ${String(spot.value)}`) : null),
  },
  {
    name: "repeated-text",
    source: "github.com/vllm-project/vllm/issues/7668",
    spoils: "value",
    damage: (spot) => (isFreeText(spot) ? instead(spot, `${String(spot.value)} `.repeat(400)) : null),
  },
];
