import type { Asked } from "./asked.js";
import { behavioursOf } from "./behaviours.js";
import type { Edited } from "./edited.js";
import { next, type Step, stop } from "./step.js";

/** What no rule derives is left to a person until a model writes it over the derived edits. */
export function writeBehaviours(derived: Edited, { changes }: Asked): Step<Edited> {
  const [first] = behavioursOf(changes, derived.head);
  if (first === undefined) return next(derived, "");
  return stop(`No rule derives what ${first.operation} has to do`, REMEDY);
}

const REMEDY = "Write its code by hand; everything else can be sent as commands of its own";
