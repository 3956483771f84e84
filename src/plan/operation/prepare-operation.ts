import type { Creation, Existing } from "../../generate/create/create-context.js";
import type { Known } from "../../generate/create/known.js";
import type { NewModel, NewOperation } from "../../generate/create/new-model.js";
import { viewsOf } from "../../generate/create/dto/views.js";
import { answerOfRow } from "../../generate/operation/answer-of-row.js";
import { bodyColumns } from "../../generate/operation/body-columns.js";
import { collectedBy } from "../../generate/operation/collected-by.js";
import type { Notice } from "../../generate/notice.js";
import { isSecret } from "../../spec/database/is-secret.js";
import type { Model } from "../../spec/database/database-spec.js";
import { type Found, refuse } from "../found.js";
import { creationOf } from "./plan-operation.js";
import { freeVariable } from "./plan-add-transition.js";
import { childProblem } from "./child-problem.js";

export interface Ready {
  readonly creation: Creation;
  readonly notices: readonly Notice[];
}

/** Settles what an operation is printed from; `told` says that its code is told after another one. */
export function prepare(
  operation: NewOperation,
  model: Model,
  described: NewModel,
  known: Known,
  told: boolean,
): Found<Ready> {
  const plain = creationOf(described, { model, told }, known);
  if (told) return ready(plain);
  const created = plain.schema.time("created");
  if (operation.kind === "list" && !model.fields.some(({ name }) => name === created))
    return refuse(
      `Rows of ${model.name} do not say since when they are, so there is no order to list them in.`,
      `Add a column ${created} first.`,
    );
  const problem = operation.kind === "delete" ? childProblem(model, described, known) : null;
  if (problem !== null) return problem;
  const answered = answers(operation, model, described, known);
  if (!answered.ok) return answered;
  const taken = bodyColumns(plain, operation, model);
  if (!taken.ok) return refuse(taken.reason, taken.remedy);
  const collected = collectedBy(plain, operation, model);
  if (!collected.ok) return refuse(collected.reason, collected.remedy);
  const existing: Existing = {
    model,
    told,
    ...answered.value,
    ...(collected.taken === null ? {} : { collected: collected.taken }),
    ...(taken.filters === null ? {} : { filters: taken.filters }),
  };
  const code = existing.answer?.returning("updated") ?? "";
  const variable = freeVariable(described, code);
  const views = existing.answer === undefined ? viewsOf(described, known, plain.code.modular) : [];
  return ready({
    ...plain,
    model: { ...described, ...taken.model, variable },
    dto: taken.dto,
    views,
    existing,
  });
}

function ready(creation: Creation): Found<Ready> {
  return { ok: true, value: { creation, notices: [] } };
}

/** How rows are answered with, if their DTO is there; what is not there is made with its artefacts. */
function answers(
  operation: NewOperation,
  model: Model,
  described: NewModel,
  known: Known,
): Found<Pick<Existing, "answer" | "listed">> {
  const { kind } = operation;
  if (kind === "delete") return { ok: true, value: {} };
  const base = `I${described.pascal}`;
  const row =
    kind === "list" && operation.response?.endsWith(".ISummary") === true ? `${base}.ISummary` : base;
  const dto = known.api.dtos.get(row);
  const secret = dto?.properties.find(({ name }) => isSecret(name));
  if (dto !== undefined && secret !== undefined)
    return refuse(
      `${dto.name} has "${secret.name}", which nobody may see.`,
      `Hide it first: \`/autobe hide ${secret.name} of ${model.name}\`.`,
    );
  if (dto === undefined && model.stance === "actor")
    return refuse(
      `No DTO says what may be seen of ${model.name}.`,
      `Write ${row} by hand first: what is seen of people is not decided by rule.`,
    );
  if (dto === undefined) return { ok: true, value: {} };
  const answer = answerOfRow(dto, model, operation, known);
  if (answer === null)
    return refuse(
      `Nothing says how ${row} is made of one row of ${model.name}.`,
      "Add an operation by hand that answers with it, from one query and its row.",
    );
  return { ok: true, value: kind === "list" ? { listed: answer } : { answer } };
}
