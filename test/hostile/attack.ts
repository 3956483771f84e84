import type { Diagnostic } from "../../src/verify/diagnostic.js";
import type { Attacked } from "./attacked-run.js";

/** One attack on a run: the hostile text, where it stands, and what a model answers that does its will. */
export interface Attack {
  readonly name: string;
  /** What a person asks for; a harmless request if left out. */
  readonly text?: string;
  /** Whether no model is set up. */
  readonly alone?: true;
  /** Texts of files of the backend, by path, that the hostile text stands in. */
  readonly planted?: Readonly<Record<string, (text: string) => string>>;
  /** Parts of otherwise harmless answers: function, place, what stands there. */
  readonly answers?: readonly (readonly [name: string, place: string, put: unknown])[];
  /** What a model says in the place of any answer. */
  readonly says?: string;
  /** What the compiler says of each file that is written. */
  readonly compiler?: (path: string) => readonly Diagnostic[];
  /** How it has to end; "asked" puts it to a person. */
  readonly ends: "carried" | "refused" | "asked";
  /** What else has to hold; nothing of it may be wrong. */
  readonly then?: (attacked: Attacked) => void;
}
