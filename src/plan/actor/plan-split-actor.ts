import { printChange } from "../../change/forms.js";
import type { SplitActor } from "../../change/kinds/split-actor.js";
import { authorizeFile, readAtRequest } from "../../generate/actor/authorize.js";
import { addPlaces, payloadFile, payloadName, readPlaces, valuesType } from "../../generate/actor/payload.js";
import { withoutInTokens } from "../../generate/actor/signed-payloads.js";
import type { NewField } from "../../generate/add/new-field.js";
import { type Actor, readActors } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { type PlacedSplice, spliceFiles } from "../../source/splice-files.js";
import type { Model } from "../../spec/database/database-spec.js";
import { NO_NAMES } from "../../spec/names.js";
import { readSpec } from "../../spec/spec.js";
import { nearestOf } from "../../change/nearest.js";
import { addToSchema } from "../field/plan-add-field.js";
import { nameProblem } from "../field/name-problem.js";
import { type Found, refuse } from "../found.js";
import { findActor } from "../model/find-actor.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { editStep, inLayerOrder } from "../steps-of.js";

/**
 * Plans places for the rows of an actor. Every place may do what the actor might do; nobody chooses his own: who
 * joins gets the first, and only the row says which it is, at every request.
 */
export function planSplitActor(backend: Backend, change: SplitActor): Planned {
  const spec = readSpec(backend);
  const known: Known = { backend, ...spec };
  const actor = findActor(change.actor, readActors(known));
  if (!actor.ok) return actor.ending;
  const { name } = actor.value;
  const same = readPlaces(name, backend).find(({ attribute }) => attribute === change.attribute);
  if (same !== undefined && sameValues(same.values, change.values))
    return {
      kind: "nothing-to-do",
      reason: `${name} is split by ${change.attribute} into ${same.values.join(", ")} already.`,
      nearest: [],
    };
  const model = modelOf(change, actor.value, same?.values ?? null, backend);
  if (!model.ok) return model.ending;
  const { existing } = change;
  if (existing === null || !change.values.includes(existing)) return askExisting(change);
  const field: NewField = {
    model: model.value,
    name: change.attribute,
    type: { name: "string", values: change.values, optional: false },
    default: JSON.stringify(change.values[0]),
    carriers: [],
    doc: `${sentenceOf(change.attribute)} of the ${name}: ${listOf(change.values)}.`,
  };
  const code = codeSplices(change, actor.value, model.value, known);
  if (!code.ok) return code.ending;
  const edits = [...addToSchema(backend, spec, [field]), ...spliceFiles(backend, code.value)];
  return planOf(change, model.value, edits, backend);
}

/** The table whose rows are split; how the plan ends where it cannot have the column. */
function modelOf(
  { attribute, values }: SplitActor,
  { name, model }: Actor,
  held: readonly string[] | null,
  backend: Backend,
): Found<Model> {
  if (model === null)
    return refuse(`It is not clear which table holds ${name}.`, "Call the table as the actor is called.");
  if (held !== null)
    return refuse(
      `${name} is split by ${attribute} into ${held.join(", ")} already.`,
      `To have other ones: \`/autobe change field ${attribute} of ${model.name} to ${valuesType(values)}\``,
    );
  const problem = nameProblem(attribute, model);
  if (problem !== null) return refuse(problem.reason, problem.remedy);
  if (/^(id|type|iat|exp|iss|session_id)$/.test(attribute))
    return refuse(`"${attribute}" has a meaning of its own in tokens.`, "Choose another name.");
  if (payloadFile(name, backend) === null) return refuse(`${name} has no payload.`, "Add one by hand.");
  return { ok: true, value: model };
}

/** Rows that are there need a place, and which one decides what their owners may do later: nobody guesses that. */
function askExisting(change: SplitActor): Planned {
  const { existing, values } = change;
  if (existing !== null) {
    const near = nearestOf(existing, values);
    return {
      kind: "refused",
      reason: `"${existing}" is none of ${values.join(", ")}.`,
      remedy: `Rows that are there need one of them: \`/autobe ${printChange({ ...change, existing: near ?? values[0] ?? null })}\``,
    };
  }
  const candidates = values.map((each) => ({
    command: printChange({ ...change, existing: each }),
    takes: [],
  }));
  return { kind: "ambiguous", candidates };
}

function codeSplices(
  { attribute, values }: SplitActor,
  { name }: Actor,
  model: Model,
  { backend, database }: Known,
): Found<readonly PlacedSplice[]> {
  const payload = payloadFile(name, backend);
  const member = payload === null ? null : addPlaces(payload, name, { attribute, values });
  if (payload === null || member === null)
    return refuse(`The payload of ${name} is no list of properties.`, "Write it as an interface first.");
  const authorize = authorizeFile(name, backend);
  const read = authorize === null ? null : readAtRequest(authorize, name, model, attribute, database);
  if (authorize === null || read === null)
    return refuse(
      `${authorize?.path ?? `src/providers/authorize/${name}Authorize.ts`} does not plainly read the row of the ${name} and return the payload.`,
      `Let it find the row in ${model.name} with a query of its own first, and end with: return payload;`,
    );
  return {
    ok: true,
    value: [
      { path: payload.path, ...member },
      ...read.map((each) => ({ path: authorize.path, ...each })),
      ...withoutInTokens(backend, payloadName(name), attribute),
    ],
  };
}

function planOf(change: SplitActor, model: Model, edits: readonly Edit[], backend: Backend): Planned {
  const cause = `${model.name}.${change.attribute}`;
  const [first] = change.values;
  const how = (path: string): string =>
    path === model.path
      ? "declares"
      : path.startsWith("src/decorators/")
        ? "is told in"
        : path.includes("/authorize/")
          ? "is read at every request in"
          : "is no part of the token signed in";
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      added: { ...NO_NAMES, fields: [cause] },
      backfills:
        change.existing === null || change.existing === first
          ? []
          : [
              {
                model: model.name,
                field: change.attribute,
                value: { kind: "literal", value: change.existing },
              },
            ],
      steps: inLayerOrder(edits.map(({ path }) => editStep(path, [{ cause, how: how(path) }]))),
      notices: [
        {
          kind: "repository",
          path: model.path,
          line: null,
          text: `Who joins gets the ${change.attribute} ${first}, and no operation changes it: only the row in ${model.name} does, from its owner's next request on`,
        },
        ...staleDocuments(backend, { ...NO_NAMES, models: [model.name] }),
      ],
    },
    edits: () => edits,
  };
}

function sameValues(left: readonly string[], right: readonly string[]): boolean {
  return [...left].sort().join() === [...right].sort().join();
}

function sentenceOf(attribute: string): string {
  const words = attribute
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function listOf(values: readonly string[]): string {
  return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
