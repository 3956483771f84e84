import { printChange } from "../../change/forms.js";
import type { AddModel } from "../../change/kinds/add-model.js";
import { createModel } from "../../generate/create/create-model.js";
import type { Known } from "../../generate/create/known.js";
import type { Notice } from "../../generate/notice.js";
import type { NewModel } from "../../generate/create/new-model.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import type { Model } from "../../spec/database/database-spec.js";
import { readDatabase } from "../../spec/database/read-database.js";
import { readInterface } from "../../spec/interface/read-interface.js";
import { type Names, NO_NAMES } from "../../spec/names.js";
import { EMPTY_PLAN, type Step } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { createStep, editStep, inLayerOrder } from "../steps-of.js";
import { modelCalled } from "./model-problem.js";
import { resolveModel } from "./resolve-model.js";

/** Plans a new model with its operations, from the table to the tests, as the backend makes such things. */
export function planAddModel(backend: Backend, change: AddModel): Planned {
  const database = readDatabase(backend);
  const known: Known = { backend, database, api: readInterface(backend, database) };
  const resolved = resolveModel(change, known);
  if (!resolved.ok) return resolved.ending;
  const model = resolved.value;
  const existing = modelCalled(model.table, database);
  if (existing !== null) return sayExists(model, existing, known);
  const taken = takenBy(model, known);
  if (taken !== null)
    return { kind: "refused", reason: `${taken} is there already.`, remedy: "Choose another name." };
  const created = createModel(model, known);
  if ("path" in created)
    return {
      kind: "refused",
      reason: `${created.path} cannot be made: this backend has nothing of the kind to follow, or it is there already.`,
      remedy: "Add a first one by hand, or ask for other operations.",
    };
  const { edits, untested } = created;
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      added: namesOf(model),
      steps: inLayerOrder(edits.map((edit) => stepOf(edit, model))),
      notices: [
        ...untestedNotice(model, untested),
        ...staleDocuments(
          backend,
          { ...NO_NAMES, models: [...database.models.keys()], operations: [...known.api.operations.keys()] },
          `It does not show ${model.table}`,
        ),
      ],
    },
    edits: () => edits,
  };
}

function untestedNotice({ path, table }: NewModel, why: string | null): readonly Notice[] {
  if (why === null) return [];
  return [{ kind: "repository", path, line: null, text: `The operations of ${table} have no tests: ${why}` }];
}

/** A model of that name: as asked for already, or something else. */
function sayExists(model: NewModel, existing: Model, { api }: Known): Planned {
  const columns = model.columns.every(({ name, optional }) =>
    existing.fields.some((field) => field.name === name && field.optional === optional),
  );
  const keys = model.relations.every(({ column }) => existing.fields.some(({ name }) => name === column));
  const operations = model.operations.every(({ key }) => api.operations.has(key));
  if (existing.name === model.table && columns && keys && operations)
    return { kind: "nothing-to-do", reason: `${existing.name} is there already, as asked for.`, nearest: [] };
  return {
    kind: "refused",
    reason: `There is a model ${existing.name} already.`,
    remedy: "Choose another name, or change that model.",
  };
}

/** A file or route that a new model would need for itself; null if all are free. */
function takenBy(model: NewModel, { backend, api }: Known): string | null {
  const route = model.operations.find(({ method, path }) => {
    const like = pattern(path);
    return [...api.operations.values()].some((each) => each.method === method && pattern(each.path) === like);
  });
  if (route !== undefined) return route.key;
  const paths = [
    `src/api/structures/I${model.pascal}.ts`,
    ...model.operations.flatMap(({ provider, controller }) => [provider.path, controller.path]),
  ];
  return paths.find((path) => backend.files.has(path)) ?? null;
}

function pattern(path: string): string {
  return path.replaceAll(/\{\w+\}/g, "{}");
}

function namesOf(model: NewModel): Names {
  const fields = [...model.columns.map(({ name }) => name), ...model.relations.map(({ name }) => name)];
  const dto = `I${model.pascal}`;
  const bodies = model.operations.flatMap(({ body, response }) =>
    [body, response].filter((each) => each !== null),
  );
  return {
    models: [model.table],
    fields: fields.map((name) => `${model.table}.${name}`),
    dtos: [...new Set([dto, ...bodies])],
    properties: [],
    operations: model.operations.map(({ key }) => key),
  };
}

function stepOf({ path, before }: Edit, model: NewModel): Step {
  const operation = model.operations.find(({ provider }) => provider.path === path);
  const served = model.operations.find(({ controller }) => controller.path === path);
  const cause = operation?.key ?? served?.key ?? model.table;
  if (before === null)
    return createStep(path, [{ cause, how: operation ? "does" : served ? "serves" : "is made for" }]);
  const how = path === model.path ? "declares" : path.endsWith(".prisma") ? "belongs to" : "leads to";
  return editStep(path, [{ cause, how }]);
}
