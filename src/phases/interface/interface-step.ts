import typia from "typia";
import type { Finding } from "../../model/loop/finding.js";
import type { ModelStep } from "../../model/loop/model-step.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import { type DesignRequest, materialOf, wordsOfRequest } from "../design-request.js";
import { intentionSet } from "../intentions.js";
import { nearSpec } from "../material/near-spec.js";
import { outlineModels, outlineOperations } from "../material/outline.js";
import { visibleNames } from "../names/visible-names.js";
import { changesAreSaidOnce } from "../rules/changes-are-said-once.js";
import { changesCanBeSaid } from "../rules/changes-can-be-said.js";
import { makersAgree } from "../rules/makers-agree.js";
import { namesBelong } from "../rules/names-belong.js";
import type { InterfaceDesign } from "./interface-design.js";
import { interfaceFunction } from "./interface-function.js";
import { answersKeepSecrets } from "./rules/answers-keep-secrets.js";
import { behavioursHaveOperations } from "./rules/behaviours-have-operations.js";
import { derivedIsNotAStub } from "./rules/derived-is-not-a-stub.js";
import { dtosResolve } from "./rules/dtos-resolve.js";
import { type Before, intentionsAreServed } from "./rules/intentions-are-served.js";

const INSTRUCTION =
  "Say what callers get and in which operations the intentions are served by calling the function once. " +
  "Prefer operations that are there to new ones.";

/** The step that designs the interface. `check` says what planning has against it. */
export function interfaceStep(
  request: DesignRequest,
  before: Pick<Before, "served" | "understood">,
  check: (design: InterfaceDesign) => Promise<readonly Finding[]>,
): ModelStep<InterfaceDesign> {
  const { backend, intentions, changes, text } = request;
  const spec = readSpec(backend);
  const near = nearSpec(wordsOfRequest(request), spec);
  return {
    function: interfaceFunction({
      visible: { ...visibleNames(backend, near), shape: shapesOf(near) },
      intention: intentionSet(intentions),
      operations: [...near.api.operations.keys()],
    }),
    target: text.slice(0, 80),
    instruction: INSTRUCTION,
    material: [
      { title: "Models of the backend:", text: outlineModels(near.database) },
      { title: "Its operations, with what they take and answer:", text: outlineOperations(near.api) },
      ...materialOf(request),
    ],
    validate: typia.createValidateEquals<InterfaceDesign>(),
    rules: [
      changesAreSaidOnce(changes),
      changesCanBeSaid,
      namesBelong(spec),
      makersAgree(spec),
      derivedIsNotAStub(spec),
      dtosResolve(spec.api),
      answersKeepSecrets(spec.api, intentions),
      behavioursHaveOperations([...spec.api.operations.keys()]),
      intentionsAreServed({ intentions, ...before }),
    ],
    check,
  };
}

/** Models stand for their DTOs, which are told apart by what they are called there; the others for themselves. */
function shapesOf({ database, api }: Spec): readonly string[] {
  const alone = [...api.dtos.values()].filter(({ model }) => model === null);
  return [...database.models.keys(), ...alone.map(({ name }) => name)];
}
