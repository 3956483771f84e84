import type { ILlmSchema } from "@typia/interface";
import { canonicalJson } from "../../util/canonical-json.js";
import { NO_USAGE, type Reply } from "../port.js";
import type { Damage, FaultKind, Spot, TextFault } from "./fault-kind.js";
import { applyPuts } from "./put.js";
import type { SeededRandom } from "./random.js";
import { spotsOf } from "./spots.js";

/** A fault that an answer has. */
export interface ActiveFault {
  readonly kind: FaultKind;
  /** What was done to the value; null where only its text is spoilt. */
  readonly damage: Damage | null;
  /** Names that may stand at its place; empty where it is no name. */
  readonly names: readonly string[];
  /** Drawn while another one was being repaired. */
  readonly fresh: boolean;
}

/** A fault of a kind somewhere in a part of a right value; null where the kind has nothing to spoil there. */
export function drawFault(
  kind: FaultKind,
  right: unknown,
  parameters: ILlmSchema.IParameters,
  part: string,
  random: SeededRandom,
  fresh: boolean,
): ActiveFault | null {
  if (kind.spoils === "text")
    return changesText(kind, right, random) ? { kind, damage: null, names: [], fresh } : null;
  const damages = spotsOf(right, parameters)
    .filter(({ path }) => path.startsWith(part))
    .flatMap((spot) => {
      const damage = kind.damage(spot, random);
      return damage === null ? [] : [{ damage, names: namesOf(spot) }];
    });
  const drawn = random.pick(damages);
  return drawn === undefined ? null : { kind, ...drawn, fresh };
}

/** The names of a place that needs one of them; where others may stand, the right one may be none of them. */
function namesOf({ names, kinds, value }: Spot): readonly string[] {
  return typeof value !== "string" || names.includes(value) || kinds.includes(value)
    ? [...names, ...kinds]
    : [];
}

/** Whether a kind has anything to spoil about the text of a value. */
function changesText(kind: TextFault, right: unknown, random: SeededRandom): boolean {
  const reply: Reply = { text: JSON.stringify(right), called: "", reason: "called", usage: NO_USAGE };
  return canonicalJson(kind.damage(reply, random)) !== canonicalJson(reply);
}

/** What becomes of a right value under all faults of an answer. */
export function spoiltValue(right: unknown, faults: readonly ActiveFault[]): unknown {
  return faults.reduce(
    (value, { damage }) => (damage === null ? value : applyPuts(value, damage.puts)),
    right,
  );
}

/** What becomes of a reply under those that spoil texts. */
export function spoiltReply(reply: Reply, faults: readonly ActiveFault[], random: SeededRandom): Reply {
  return faults.reduce(
    (before, { kind }) => (kind.spoils === "text" ? kind.damage(before, random) : before),
    reply,
  );
}
