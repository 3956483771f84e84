import typia from "typia";
import type { IValidation } from "@typia/interface";
import type { Finding } from "../../model/loop/finding.js";
import type { ModelStep } from "../../model/loop/model-step.js";
import { withLeftOut } from "../../model/schema/leave-out.js";
import { plainSchema } from "../../model/schema/plain-schema.js";
import { withNames } from "../../model/schema/with-names.js";
import type { OperationBody } from "../../spec/body/filled-body.js";
import { modelsInView } from "../material/models-in-view.js";
import { behaviourMaterial } from "./behaviour-material.js";
import type { BodyChange } from "./body-change.js";
import { bodyFindings } from "./body-findings.js";
import { bodyNames } from "./body-names.js";
import { bodySchema } from "./body-schema.js";
import { helpersOf } from "./helpers.js";
import { labelled } from "./labelled.js";
import { changesSomething } from "./rules/changes-something.js";
import { labelsMeetOnce } from "./rules/labels-meet-once.js";
import type { Target } from "./target.js";
import { type Answered, answeredBy, changedBy } from "./answered.js";

const INSTRUCTION =
  "Say what the code of an operation has to do, as a tree, by calling the function once. " +
  "What comes in is checked against its type already, and who calls is known.";

const LEFT_OUT = "Members that may be left out are false, null or empty then, and `constant` is true.";

const isBody = typia.createValidateEquals<OperationBody>();
const isChange = typia.createValidateEquals<BodyChange>();

/** What the compiler says of an answer, as it was written. */
export type CheckAnswer = (answered: Answered) => Promise<readonly Finding[]>;

/** The step that writes the whole code of an operation. */
export function wholeStep(target: Target, check: CheckAnswer): ModelStep<OperationBody> {
  const { models, names, helpers } = surroundings(target);
  const schema = bodySchema(plainSchema(typia.llm.parameters<OperationBody>()), names);
  const answered = (body: OperationBody): Answered => answeredBy(body, body.statements);
  return {
    function: {
      name: "write_operation",
      description: `Says all that the code of an operation does. ${LEFT_OUT}`,
      parameters: schema,
    },
    target: target.operation.key,
    instruction: INSTRUCTION,
    material: behaviourMaterial(target, models, helpers, schema),
    validate: (value) => isBody(withLeftOut(value, schema)),
    rules: [(body) => bodyFindings(target, answered(body))],
    check: async (body) => await check(answered(body)),
  };
}

/** The step that changes the code of an operation where it has to, and nowhere else. */
export function changeStep(
  target: Target,
  now: NonNullable<Target["body"]>,
  check: CheckAnswer,
): ModelStep<BodyChange> {
  const { models, names, helpers } = surroundings(target);
  const labels = labelled(now.statements).map(({ label }) => label);
  const whole = plainSchema(typia.llm.parameters<BodyChange>());
  const set = { name: "Label", description: "The label of a statement.", values: labels };
  const places = ["InsertBefore", "InsertAfter", "ReplaceStatement", "RemoveStatement"].map(
    (each) => [`${each}.statement`, set] as const,
  );
  const schema = withNames(bodySchema(whole, names), Object.fromEntries(places));
  const answered = (change: BodyChange): Answered => changedBy(change, now.statements);
  return {
    function: {
      name: "change_operation",
      description: `Says what the code of an operation does otherwise than now. ${LEFT_OUT}`,
      parameters: schema,
    },
    target: target.operation.key,
    instruction: INSTRUCTION,
    material: behaviourMaterial(target, models, helpers, schema),
    validate: (value): IValidation<BodyChange> => isChange(withLeftOut(value, schema)),
    rules: [
      changesSomething(target.complaints),
      labelsMeetOnce(now.statements),
      (change) => bodyFindings(target, answered(change)),
    ],
    check: async (change) => await check(answered(change)),
  };
}

function surroundings(target: Target) {
  const { operation, behaviour, isStub, written, spec, backend } = target;
  const code = isStub ? "" : written.body.getText();
  const models = modelsInView(operation, behaviour.requirements, code, spec);
  const seen = new Set(models.map(({ name }) => name));
  const helpers = helpersOf(backend).filter(
    ({ kind, model, name }) => kind === "other" || seen.has(model ?? "") || code.includes(name),
  );
  return { models, helpers, names: bodyNames(models, helpers) };
}
