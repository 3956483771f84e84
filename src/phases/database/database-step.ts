import typia from "typia";
import type { Finding } from "../../model/loop/finding.js";
import type { ModelStep } from "../../model/loop/model-step.js";
import { readSpec } from "../../spec/spec.js";
import { type DesignRequest, materialOf, wordsOfRequest } from "../design-request.js";
import { intentionSet } from "../intentions.js";
import { nearSpec } from "../material/near-spec.js";
import { outlineModels } from "../material/outline.js";
import { visibleNames } from "../names/visible-names.js";
import { changesAreSaidOnce } from "../rules/changes-are-said-once.js";
import { changesCanBeSaid } from "../rules/changes-can-be-said.js";
import { modelsExist } from "../rules/models-exist.js";
import { makersAgree } from "../rules/makers-agree.js";
import { namesBelong } from "../rules/names-belong.js";
import type { DatabaseDesign } from "./database-design.js";
import { databaseFunction } from "./database-function.js";
import { indexesFitNewModels } from "./rules/indexes-fit-new-models.js";
import { modelsAreNamed } from "./rules/models-are-named.js";
import { secretsAreNotShown } from "./rules/secrets-are-not-shown.js";

const INSTRUCTION =
  "Say what the database gets by calling the function once. Add only what no model, column or relation holds already.";

/** The step that designs the database. `check` says what planning has against it. */
export function databaseStep(
  request: DesignRequest,
  check: (design: DatabaseDesign) => Promise<readonly Finding[]>,
): ModelStep<DatabaseDesign> {
  const { backend, intentions, changes, text } = request;
  const spec = readSpec(backend);
  const near = nearSpec(wordsOfRequest(request), spec);
  const names = visibleNames(backend, near);
  return {
    function: databaseFunction(names, intentionSet(intentions)),
    target: text.slice(0, 80),
    instruction: INSTRUCTION,
    material: [
      { title: "Models of the backend:", text: outlineModels(near.database) },
      ...materialOf(request),
    ],
    validate: typia.createValidateEquals<DatabaseDesign>(),
    rules: [
      changesAreSaidOnce(changes),
      changesCanBeSaid,
      modelsExist(spec.database),
      modelsAreNamed,
      indexesFitNewModels(spec.database, names.actor),
      namesBelong(spec),
      makersAgree(spec),
      secretsAreNotShown,
    ],
    check,
  };
}
