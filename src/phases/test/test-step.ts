import { posix } from "node:path";
import typia from "typia";
import type { Finding } from "../../model/loop/finding.js";
import type { Material, ModelStep } from "../../model/loop/model-step.js";
import { ROOT } from "../../model/schema/path.js";
import { withLeftOut } from "../../model/schema/leave-out.js";
import { plainSchema } from "../../model/schema/plain-schema.js";
import { checkScenario } from "../../spec/test/rules/check-scenario.js";
import { modelsInView } from "../material/models-in-view.js";
import { printDtos } from "../material/print-dtos.js";
import type { Target } from "../realize/target.js";
import type { Spec } from "../../spec/spec.js";
import { callsInView, printCall } from "./calls-in-view.js";
import { likeTest } from "./like-test.js";
import { callsTheOperation } from "./rules/calls-the-operation.js";
import type { TestAnswer } from "./test-answer.js";
import type { TestPlace } from "./test-place.js";
import { testSchema } from "./test-schema.js";
import { testHelpers, testScopeOf } from "./test-surroundings.js";

const INSTRUCTION =
  "Say a test that shows what an operation has to do, as a tree, by calling the function once. " +
  "Show the refusals as well, and that what the sentences do not speak of is as it was.";

const LEFT_OUT = "Members that may be left out are false, null or empty then, and `constant` is true.";

const isAnswer = typia.createValidateEquals<TestAnswer>();

/** The step that writes a test of what an operation has to do. */
export function testStep(
  target: Target,
  place: TestPlace,
  check: (answer: TestAnswer) => Promise<readonly Finding[]>,
): ModelStep<TestAnswer> {
  const { backend, spec, operation, behaviour } = target;
  const code = target.written.node.getText();
  const models = modelsInView(operation, behaviour.requirements, code, spec);
  const helpers = testHelpers(backend);
  const scope = testScopeOf(backend, spec, helpers);
  const calls = callsInView(operation, models, spec);
  const accessors = calls.map(([accessor]) => accessor);
  const schema = testSchema(plainSchema(typia.llm.parameters<TestAnswer>()), accessors, scope.helpers);
  return {
    function: {
      name: "write_test",
      description: `Says a test of an operation. Each step keeps what it needs later in a variable. ${LEFT_OUT}`,
      parameters: schema,
    },
    target: operation.key,
    instruction: INSTRUCTION,
    material: materialOf(target, place, calls, [
      { title: "Functions of the API:", text: calls.map(printCall).join("\n") },
      ...(helpers.length === 0
        ? []
        : [{ title: "Helpers of the tests:", text: helpers.map(({ signature }) => signature).join("\n") }]),
    ]),
    validate: (value) => isAnswer(withLeftOut(value, schema)),
    rules: [
      (answer) =>
        checkScenario({ ...answer, name: place.name }, scope, ROOT).map((violation) => ({
          ...violation,
          by: "rule" as const,
        })),
      callsTheOperation(operation),
    ],
    check,
  };
}

function materialOf(
  { operation, behaviour, spec, backend, written, complaints }: Target,
  place: TestPlace,
  calls: ReturnType<typeof callsInView>,
  callable: readonly Material[],
): readonly Material[] {
  const taken = calls.map(([, { body }]) => body);
  const answered = calls.slice(0, NEAR).flatMap(([, { response }]) => elementsOf(response, spec.api));
  const dtos = [operation.body, operation.response, ...answered, ...taken].filter((name) => name !== null);
  const accessors = calls.map(([accessor]) => accessor);
  const like = likeTest(backend, posix.dirname(place.path), accessors);
  return [
    { title: "DTOs:", text: printDtos(dtos, spec.api, 0) },
    ...callable,
    ...(like === null ? [] : [{ title: "Another test, as an example:", text: like }]),
    { title: `What ${operation.key} does now:`, text: written.node.getText() },
    ...wrongNow(backend.files.get(place.path)?.text ?? null, complaints),
    { title: "What it has to do:", text: behaviour.requirements.join("\n") },
  ];
}

/** What is called first is what the test will look at. */
const NEAR = 14;

/** A DTO, or what the rows of a page are. */
function elementsOf(response: string | null, { dtos }: Spec["api"]): readonly string[] {
  const dto = dtos.get(response ?? "");
  if (dto === undefined) return [];
  const data = dto.properties.find(({ name, type }) => name === "data" && type.trim().endsWith("[]"));
  return data === undefined ? [dto.name] : data.references;
}

/** The test as it is, and what is wrong with it. */
function wrongNow(text: string | null, complaints: readonly string[]): readonly Material[] {
  if (text === null || complaints.length === 0) return [];
  const own = text.slice(Math.max(0, text.indexOf("export async function")));
  return [
    { title: "The test as it is:", text: own },
    { title: "What is wrong with it:", text: complaints.join("\n") },
  ];
}
