import type { ILlmSchema } from "@typia/interface";
import type { Reply } from "../port.js";
import type { SeededRandom } from "./random.js";

/** One way in which models get a right answer wrong. */
export type FaultKind = ValueFault | TextFault;

interface Described {
  readonly name: string;
  /** Where it is documented or was seen; "ours" where nobody but us says so. */
  readonly source: string;
}

/** Spoils a value somewhere: the answer is JSON, and says something wrong. */
export interface ValueFault extends Described {
  readonly spoils: "value";
  /** What it does at a place; null where it has nothing to do there. */
  readonly damage: (spot: Spot, random: SeededRandom) => Damage | null;
}

/** Spoils how a value is written or sent. */
export interface TextFault extends Described {
  readonly spoils: "text";
  readonly damage: (reply: Reply, random: SeededRandom) => Reply;
  /** What feedback has to say about the answer as a whole for a reader to know what is meant. */
  readonly told: RegExp;
}

/** A place of a right answer. */
export interface Spot {
  readonly path: string;
  readonly value: unknown;
  /** What governs it, the alternative that it is; undefined where the schema has no such place. */
  readonly schema: ILlmSchema | undefined;
  /** The names that may stand there; empty where it is no name. */
  readonly names: readonly string[];
  /** The object or list that holds it; undefined at the root. */
  readonly holder: unknown;
  /** The values of a member that tells kinds apart; empty for every other place. */
  readonly kinds: readonly string[];
}

/** A change of a value: what is put where, and where feedback has to point for it to be undone. */
export interface Damage {
  readonly puts: readonly Put[];
  /** Path that names the fault. */
  readonly at: string;
  /** What is right there; undefined where nothing may stand. */
  readonly right: unknown;
}

/** Undefined takes the place out. */
export interface Put {
  readonly path: string;
  readonly value: unknown;
}
