import type { ChangeResponse } from "../../change/kinds/change-response.js";
import { printChange } from "../../change/forms.js";
import type { Known } from "../../generate/create/known.js";
import { functionNamed } from "../../generate/operation/local-names.js";
import { type AnswerNames, answerNames } from "../../generate/operation/response/answer-names.js";
import { answerInProvider } from "../../generate/operation/response/answer-in-provider.js";
import { pageType } from "../../generate/operation/response/page-type.js";
import { servedTypes } from "../../generate/operation/response/response-types.js";
import type { Backend } from "../../source/backend.js";
import { lineOf } from "../../source/node-span.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { type PlacedSplice, spliceFiles } from "../../source/splice-files.js";
import { isSecret } from "../../spec/database/is-secret.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { NO_NAMES } from "../../spec/names.js";
import { readSpec } from "../../spec/spec.js";
import type { Edit } from "../../source/edit.js";
import { type Found, refuse } from "../found.js";
import { inStages } from "../in-stages.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { editStep, inLayerOrder } from "../steps-of.js";
import { findOperation, signsIn } from "./find-operation.js";
import { otherCaller } from "./other-caller.js";
import { planCallersTypes, planLostReads } from "./plan-callers.js";

/** Plans letting an operation answer with the summary of a row in place of all of it, or the other way round. */
export function planChangeResponse(backend: Backend, change: ChangeResponse): Planned {
  const known: Known = { backend, ...readSpec(backend) };
  const found = findOperation(change.method, change.path, known.api);
  if (!found.ok) return found.ending;
  const operation = found.value;
  const named = namesOf(operation, change, known);
  if (!named.ok) return named.ending;
  const names = named.value;
  return inStages(backend, printChange(change), [
    (now) => planAnswer(now, change, operation, names),
    (now) => planCallersTypes(now, change, operation, names),
    (now) => planLostReads(now, change, operation, names),
  ]);
}

function namesOf(operation: Operation, change: ChangeResponse, { api }: Known): Found<AnswerNames> {
  const { key, response, controller } = operation;
  if (signsIn(operation))
    return refuse(`${key} is part of how actors sign in.`, "Leave its answer as it is.");
  if (response === null) return refuse(`${key} answers with nothing.`, "Name an operation that shows rows.");
  const nothing = (reason: string): Found<never> => ({
    ok: false,
    ending: { kind: "nothing-to-do", reason, nearest: [] },
  });
  if (change.to === "page")
    return /^IPage/.test(response)
      ? nothing(`${key} answers with pages already.`)
      : refuse(
          `${controller.path} answers ${key} with ${response}, and a page takes a request that says which.`,
          "Add an operation that lists them, which pages: `/autobe add operation list to <model> by <actor>`; then remove this one.",
        );
  const names = answerNames(response, change.to);
  if (names === null)
    return refuse(
      `${controller.path} answers ${key} with ${response}, which is neither a row nor its summary.`,
      "Name an operation that shows a row or lists rows.",
    );
  if (names.from === names.to) return nothing(`${key} answers with ${response} already.`);
  const dto = api.dtos.get(names.row.to);
  if (dto === undefined || dto.properties.length === 0)
    return refuse(
      `Nothing here is called ${names.row.to}, so nothing says what ${key} would show.`,
      `Write that type first; it is there once rows are listed as summaries.`,
    );
  const secret = dto.properties.find(({ name }) => isSecret(name));
  if (secret !== undefined)
    return refuse(
      `${dto.name} has "${secret.name}", which nobody may see.`,
      "Hide it first with `/autobe hide`.",
    );
  return { ok: true, value: names };
}

/** What the operation's code, its route, the SDK and the page say. */
function planAnswer(
  backend: Backend,
  change: ChangeResponse,
  operation: Operation,
  names: AnswerNames,
): Planned {
  const known: Known = { backend, ...readSpec(backend) };
  const provider = providerSplices(operation, names, known);
  if (!provider.ok) return provider.ending;
  const served = servedTypes(operation, names, known);
  if ("path" in served)
    return refused(
      `${served.path} does not say plainly that ${operation.key} answers with ${names.from}.`,
      "Change that file by hand.",
    );
  const page = names.paged && !known.api.dtos.has(names.to) ? pageType(names, known) : undefined;
  if (page === null)
    return refused(`${names.to} is not there, and is not plainly made.`, "Write that type by hand first.");
  const edits: readonly Edit[] = [
    ...(page === undefined ? [] : [page]),
    ...spliceFiles(backend, [...provider.value, ...served]),
  ];
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      steps: inLayerOrder(
        edits.map(({ path }) =>
          editStep(path, [{ cause: operation.key, how: `answers with ${names.to} in` }]),
        ),
      ),
      notices: staleDocuments(
        backend,
        { ...NO_NAMES, operations: [operation.key] },
        `It may say that ${operation.key} answers with ${names.from}`,
      ),
    },
    edits: () => edits,
  };
}

function providerSplices(
  operation: Operation,
  names: AnswerNames,
  known: Known,
): Found<readonly PlacedSplice[]> {
  const { provider, controller, key } = operation;
  const file = known.backend.files.get(provider?.path ?? "");
  const owner =
    file === undefined || provider === null ? null : functionNamed(parseTypescript(file), provider.name);
  if (provider === null || owner === null)
    return refuse(`${controller.path} does the work of ${key} itself.`, "Change that file by hand.");
  const other = otherCaller(provider, controller.path, known);
  if (other !== null)
    return refuse(
      `${other.path}:${other.line} calls ${provider.name}, too, and may need all that it answers.`,
      "Let it do its work without that first.",
    );
  const { dtos } = known.api;
  const [from, to] = [dtos.get(names.row.from), dtos.get(names.row.to)];
  const model = known.database.models.get(from?.model ?? to?.model ?? "");
  if (from === undefined || to === undefined || model === undefined)
    return refuse(`No model is shown as ${names.row.from}.`, "Change the operation by hand.");
  const told = answerInProvider(owner, operation, model, names, { from, to }, known);
  if (!told.ok)
    return refuse(
      `${provider.path}:${lineOf(told.node)} does not say how ${names.row.to} is made of a row: ${told.node.getText().replace(/\s+/g, " ").slice(0, 120)}`,
      "Change that function by hand, with its type, its route and the SDK; or add an operation that shows rows so.",
    );
  return { ok: true, value: told.splices.map((each) => ({ ...each, path: provider.path })) };
}

function refused(reason: string, remedy: string): Planned {
  return { kind: "refused", reason, remedy };
}
