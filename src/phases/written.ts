import type { Notice } from "../generate/notice.js";
import type { Step } from "../plan/plan.js";
import type { Edit } from "../source/edit.js";
import type { Behaviour } from "./design.js";

/** One artefact that a model wrote. */
export interface Written {
  /** Why it was written. */
  readonly behaviour: Behaviour;
  /** Its way is "model". */
  readonly step: Step;
  /** The whole new text of its file, made from the one that was given to the phase. */
  readonly edit: Edit;
  /** Said in the pull request, such as that a text was replaced as a whole. */
  readonly notices: readonly Notice[];
}
