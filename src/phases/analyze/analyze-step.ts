import typia from "typia";
import type { Finding } from "../../model/loop/finding.js";
import type { ModelStep } from "../../model/loop/model-step.js";
import { documentsOf, idOf } from "../../spec/requirement/documents.js";
import type { Backend } from "../../source/backend.js";
import { type DesignRequest, materialOf, wordsOfRequest } from "../design-request.js";
import { intentionSet } from "../intentions.js";
import { nearSections } from "../material/near-sections.js";
import { requirementSections } from "../material/requirement-sections.js";
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
  check: (analysis: Analysis) => Promise<readonly Finding[]>,
): ModelStep<Analysis> {
  const { backend, intentions, text } = request;
  const near = nearSections(wordsOfRequest(request), requirementSections(backend));
  const shown = near.map(({ id }) => id);
  return {
    function: analyzeFunction({
      intention: intentionSet(intentions),
      section: shown,
      place: placesAround(backend, new Set(shown)),
    }),
    target: text.slice(0, 80),
    instruction: INSTRUCTION,
    material: [
      ...materialOf(request),
      ...(near.length === 0
        ? []
        : [
            {
              title: "Requirements so far:",
              text: near.map((each) => `[${each.id}]\n${each.text}`).join("\n\n"),
            },
          ]),
    ],
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
