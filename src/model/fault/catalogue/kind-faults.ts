import type { ValueFault } from "../fault-kind.js";
import { instead } from "../put.js";
import { OURS } from "./sources.js";

/** Faults of the member that tells kinds apart. */
export const KIND_FAULTS: readonly ValueFault[] = [
  {
    name: "wrong-discriminator",
    source: OURS,
    spoils: "value",
    damage: (spot) =>
      spot.kinds.length > 0 && typeof spot.value === "string" && spot.value.includes("-")
        ? instead(spot, spot.value.replaceAll("-", "_"))
        : null,
  },
  {
    name: "shortened-discriminator",
    source: OURS,
    spoils: "value",
    damage: (spot) =>
      spot.kinds.length > 0 && typeof spot.value === "string"
        ? instead(spot, spot.value.split("-")[0])
        : null,
  },
  {
    name: "no-discriminator",
    source: OURS,
    spoils: "value",
    damage: (spot) => (spot.kinds.length > 0 ? instead(spot, undefined) : null),
  },
  {
    name: "another-discriminator",
    source: OURS,
    spoils: "value",
    damage: (spot, random) => {
      const other = random.pick(spot.kinds.filter((each) => each !== spot.value));
      return other === undefined ? null : instead(spot, other);
    },
  },
];
