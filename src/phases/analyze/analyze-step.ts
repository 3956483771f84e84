import typia from "typia";
import type { Finding } from "../../model/loop/finding.js";
import type { ModelStep } from "../../model/loop/model-step.js";
import { documentsOf, idOf } from "../../spec/requirement/documents.js";
import type { RequirementSection } from "../../retrieve/sections/requirement-section.js";
import type { Backend } from "../../source/backend.js";
import { type DesignRequest, materialOf } from "../design-request.js";
import { intentionSet } from "../intentions.js";
import { sectionMaterial } from "../material/shown-sections.js";
import type { Analysis } from "./analysis.js";
import { analyzeFunction } from "./analyze-function.js";
import { intentionsAreSaid } from "./rules/intentions-are-said.js";
import { replacedSentencesStand } from "./rules/replaced-sentences-stand.js";
import { sectionsAreWrittenOnce } from "./rules/sections-are-written-once.js";
import { sentencesSayShall } from "./rules/sentences-say-shall.js";
import { sectionTexts } from "./section-changes.js";

const INSTRUCTION =
  "Write the intentions into the requirements by calling the function once. Say what the person asks for and nothing more.";

/** The step that writes requirements. `check` says what planning has against them. */
export function analyzeStep(
  request: DesignRequest,
  shown: readonly RequirementSection[],
  check: (analysis: Analysis) => Promise<readonly Finding[]>,
): ModelStep<Analysis> {
  const { backend, intentions, text } = request;
  const ids = shown.map(({ id }) => id);
  return {
    function: analyzeFunction({
      intention: intentionSet(intentions),
      section: ids,
      place: placesAround(backend, new Set(ids)),
    }),
    target: text.slice(0, 80),
    instruction: INSTRUCTION,
    material: [...materialOf(request), ...sectionMaterial(shown)],
    validate: typia.createValidateEquals<Analysis>(),
    rules: [
      sentencesSayShall,
      intentionsAreSaid(intentions),
      replacedSentencesStand(sectionTexts(backend)),
      sectionsAreWrittenOnce,
    ],
    check,
  };
}

/** Documents, the sections that are shown, and those that these are below of. */
function placesAround(backend: Backend, shown: ReadonlySet<string>): readonly string[] {
  return documentsOf(backend).flatMap((document) => {
    const own = document.sections.filter((section) => shown.has(idOf({ document, section })));
    const around = new Set(own.flatMap((section) => [section, section.parent]));
    const places = document.sections.filter((section) => around.has(section));
    return [null, ...places].map((section) => idOf({ document, section }));
  });
}
