import type { Slot } from "./slot.js";

/** The verbs that start a change. */
export type ChangeVerb = "add" | "change" | "expose" | "hide" | "move" | "remove" | "rename" | "split";

/** What a change is about; help groups the kinds by it, in this order. */
export const SUBJECTS = [
  "field",
  "relation",
  "model",
  "property",
  "operation",
  "actor",
  "requirement",
  "feature",
] as const;

export type Subject = (typeof SUBJECTS)[number];

/** How one kind of change is written in a line, and read back from it. */
export interface Form<C> {
  readonly verb: ChangeVerb;
  readonly on: Subject;
  /** The same line in parts, for whoever is asked for them one by one. */
  readonly slots: readonly Slot[];
  /** For help: placeholders in angle brackets, what may be left out in square ones. */
  readonly usage: string;
  /** A whole line that somebody could write. */
  readonly example: string;
  /** Reads what stands behind the verb; null where the line is of another form. */
  readonly parse: (rest: string) => C | null;
  /** The whole line, verb included. Parsing it gives the change back. */
  readonly print: (change: C) => string;
}
