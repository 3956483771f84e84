import typia from "typia";
import type { Finding } from "../../model/loop/finding.js";
import type { ModelStep } from "../../model/loop/model-step.js";
import type { Backend } from "../../source/backend.js";
import { readSpec } from "../../spec/spec.js";
import { nearSections } from "./near-sections.js";
import { outlineOf } from "./outline.js";
import { requestText } from "./request-text.js";
import { requirementSections } from "./requirement-sections.js";
import { changesCanBeSaid } from "./rules/changes-can-be-said.js";
import { namesBelong } from "./rules/names-belong.js";
import { nothingIsSaidTwice } from "./rules/nothing-is-said-twice.js";
import { quotesOccur } from "./rules/quotes-occur.js";
import { requirementsSayShall } from "./rules/requirements-say-shall.js";
import { sectionsSaySo } from "./rules/sections-say-so.js";
import { textIsCovered } from "./rules/text-is-covered.js";
import { understandFunction } from "./understand-function.js";
import type { Understanding } from "./understanding.js";
import { visibleNames } from "./visible-names.js";

const INSTRUCTION =
  "Say what the person asks of this backend by calling the function once. Prefer changes to intentions. " +
  "Ask only what makes a difference and cannot be read from the backend.";

/** The step that reads a person's text. `tryChanges` says what planning has against the changes. */
export function understandStep(
  text: string,
  backend: Backend,
  tryChanges: (understanding: Understanding) => Promise<readonly Finding[]>,
): ModelStep<Understanding> {
  const spec = readSpec(backend);
  const asked = requestText(text);
  const sections = requirementSections(backend);
  const near = nearSections(asked, sections);
  const { models, operations } = outlineOf(spec);
  return {
    function: understandFunction(visibleNames(backend, spec)),
    target: asked.slice(0, 80),
    instruction: INSTRUCTION,
    material: [
      { title: "Models of the backend:", text: models },
      { title: "Its operations:", text: operations },
      ...(near.length === 0
        ? []
        : [
            {
              title: "Requirements so far:",
              text: near.map((each) => `[${each.id}]\n${each.text}`).join("\n\n"),
            },
          ]),
      { title: "The person writes:", text: asked },
    ],
    validate: typia.createValidateEquals<Understanding>(),
    rules: [
      quotesOccur(asked),
      textIsCovered(asked),
      nothingIsSaidTwice,
      changesCanBeSaid,
      namesBelong(spec),
      requirementsSayShall,
      sectionsSaySo(sections),
    ],
    check: tryChanges,
  };
}
