import typia from "typia";
import { changePath } from "../holds-changes.js";
import type { PhasePorts } from "../phase-ports.js";
import { Trial } from "../trial.js";
import type { ModelStep } from "../../model/loop/model-step.js";
import type { Backend } from "../../source/backend.js";
import { requirementSections } from "../../retrieve/sections/requirement-sections.js";
import { readSpec } from "../../spec/spec.js";
import { outlineOf } from "../material/outline.js";
import { requestText } from "../material/request-text.js";
import { sectionMaterial, shownSections } from "../material/shown-sections.js";
import { changesCanBeSaid } from "../rules/changes-can-be-said.js";
import { makersAgree } from "../rules/makers-agree.js";
import { namesBelong } from "../rules/names-belong.js";
import { nothingIsSaidTwice } from "./rules/nothing-is-said-twice.js";
import { quotesOccur } from "./rules/quotes-occur.js";
import { requirementsSayShall } from "./rules/requirements-say-shall.js";
import { sectionsSaySo } from "./rules/sections-say-so.js";
import { textIsCovered } from "./rules/text-is-covered.js";
import { understandFunction } from "./understand-function.js";
import type { Understanding } from "./understanding.js";
import { visibleNames } from "../names/visible-names.js";

const INSTRUCTION =
  "Say what the person asks of this backend by calling the function once. Prefer changes to intentions. " +
  "Ask only what makes a difference and cannot be read from the backend.";

const WAY_OUT = "If no change can say it, take it out and add an intention.";

/** The step that reads a person's text. */
export async function understandStep(
  text: string,
  backend: Backend,
  ports: Pick<PhasePorts, "tryChanges" | "embedder" | "say">,
): Promise<ModelStep<Understanding>> {
  const trial = new Trial(backend, ports, WAY_OUT);
  const spec = readSpec(backend);
  const asked = requestText(text);
  const sections = requirementSections(backend);
  const shown = await shownSections(asked, sections, ports);
  const { models, operations } = outlineOf(spec);
  return {
    // Few texts name a DTO, and all of them together are long: planning says what there is.
    function: understandFunction({ ...visibleNames(backend, spec), dto: [], part: [] }),
    target: asked.slice(0, 80),
    instruction: INSTRUCTION,
    material: [
      { title: "Models of the backend:", text: models },
      { title: "Its operations:", text: operations },
      ...sectionMaterial(shown),
      { title: "The person writes:", text: asked },
    ],
    validate: typia.createValidateEquals<Understanding>(),
    rules: [
      quotesOccur(asked),
      textIsCovered(asked),
      nothingIsSaidTwice,
      changesCanBeSaid,
      namesBelong(spec),
      makersAgree(spec),
      requirementsSayShall,
      sectionsSaySo(sections),
    ],
    check: ({ changes }) =>
      trial.findings(changes.map(({ change }, index) => ({ path: changePath(index), change }))),
  };
}
