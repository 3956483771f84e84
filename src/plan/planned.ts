import type { Edit } from "../source/edit.js";
import type { Candidate } from "./candidate.js";
import type { Plan } from "./plan.js";

/**
 * What planning a change comes to. `edits` is a function because edits are made after the plan is fixed, and only
 * if nobody has to be asked first; it is pure and gives the same edits each time.
 */
export type Planned =
  | { readonly kind: "plan"; readonly plan: Plan; readonly edits: () => readonly Edit[] }
  | { readonly kind: "nothing-to-do"; readonly reason: string; readonly nearest: readonly string[] }
  | { readonly kind: "ambiguous"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "refused"; readonly reason: string; readonly remedy: string };
