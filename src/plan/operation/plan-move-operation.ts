import type { MoveOperation } from "../../change/kinds/move-operation.js";
import { printChange } from "../../change/forms.js";
import { readNaming } from "../../generate/create/conventions/naming.js";
import type { Known } from "../../generate/create/known.js";
import { MOVED } from "../../generate/operation/forward/forward-paths.js";
import { moveOperation } from "../../generate/operation/move/move-operation.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { readDatabase } from "../../spec/database/read-database.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { readInterface } from "../../spec/interface/read-interface.js";
import { joinPath } from "../../spec/interface/read-routes.js";
import { NO_NAMES } from "../../spec/names.js";
import { NO_RENAMES } from "../../spec/renames.js";
import { addressOf } from "../model/resolve-operations.js";
import { EMPTY_PLAN, type Step } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { createStep, deleteStep, editStep, inLayerOrder } from "../steps-of.js";
import { findOperation, shapeOf, signsIn } from "./find-operation.js";
import { keepingPaths } from "./plan-forward.js";
import { otherCaller } from "./other-caller.js";
import { hosted } from "./place-existing.js";

/** Plans serving an operation at another path: its code, its route, its SDK function, and whoever calls that. */
export function planMoveOperation(backend: Backend, change: MoveOperation): Planned {
  const planned = planMove(backend, change);
  return change.keepsPath === true ? keepingPaths(backend, planned, printChange(change)) : planned;
}

function planMove(backend: Backend, change: MoveOperation): Planned {
  const database = readDatabase(backend);
  const known: Known = { backend, database, api: readInterface(backend, database) };
  const target = joinPath(change.to);
  const there = [...known.api.operations.values()].find(
    ({ key }) => shapeOf(key) === shapeOf(`${change.method} ${target}`),
  );
  const found = findOperation(change.method, change.path, known.api);
  if (!found.ok)
    return there === undefined
      ? found.ending
      : {
          kind: "nothing-to-do",
          reason: `${there.key} is there, and ${change.method} ${change.path} is not.`,
          nearest: [],
        };
  const operation = found.value;
  if (there === operation && operation.path === target)
    return { kind: "nothing-to-do", reason: `${operation.key} is there already.`, nearest: [] };
  if (known.api.forwards?.has(`${change.method} ${target}`) === true)
    return refused(
      `${MOVED} leads on from ${change.method} ${target} to another path.`,
      "Take that method out first.",
    );
  const problem = problemOf(operation, there, target, known);
  if (problem !== null) return problem;
  const segments = target.split("/").slice(1);
  const naming = readNaming(known);
  const ofOne =
    /\}(\/[^{}]*)?$/.test(operation.path) && operation.parameters.length > 0 && endsInRow(operation);
  const address = addressOf(operation.method, segments, ofOne, methodName(operation, segments), naming);
  const to = hosted({ ...address, method: operation.method }, known);
  const taken = takenBy(operation, to, known);
  if (taken !== null) return refused(`${taken} is there already.`, "Choose another path.");
  const edits = moveOperation(operation, to, known);
  if ("path" in edits)
    return refused(`What ${edits.path} does with ${operation.key} is not plainly told.`, "Move it by hand.");
  return plan(change, operation, to, edits, known);
}

/** A function that is called like the end of its path is called like the end of its new one. */
function methodName({ path, controller }: Operation, segments: readonly string[]): string {
  const last = segments.at(-1) ?? "";
  const named = path.split("/").at(-1) === controller.methodName && /^[a-z]\w*$/.test(last);
  return named ? last : controller.methodName;
}

/** Whether the last thing that a path names is a row, or what is done to one. */
function endsInRow({ path, method, body }: Operation): boolean {
  return path.endsWith("}") || (body === null && method !== "PATCH" && method !== "POST");
}

function problemOf(
  operation: Operation,
  there: Operation | undefined,
  target: string,
  known: Known,
): Planned | null {
  const { key, parameters, provider, controller } = operation;
  if (signsIn(operation)) return refused(`${key} is part of how actors sign in.`, "Leave it where it is.");
  const asked = [...target.matchAll(/\{(\w+)\}/g)].map((each) => each[1] ?? "");
  if ([...asked].sort().join() !== [...parameters].sort().join())
    return refused(
      `${target} has not the parameters of ${key}.`,
      parameters.length === 0
        ? "It takes none."
        : `It takes ${parameters.map((each) => `{${each}}`).join(", ")}.`,
    );
  if (there !== undefined && there !== operation)
    return refused(`${there.key} is there already.`, "Choose another path.");
  const other = provider === null ? null : otherCaller(provider, controller.path, known);
  if (other !== null && provider !== null)
    return refused(
      `${other.path}:${other.line} calls ${provider.name}, too.`,
      "Let it do its work without that first.",
    );
  return null;
}

type Address = Exclude<ReturnType<typeof addressOf>, never>;

function takenBy(operation: Operation, to: Address, { backend, api }: Known): string | null {
  if (to.provider.path !== operation.provider?.path && backend.files.has(to.provider.path))
    return to.provider.path;
  const called = [...api.operations.values()].find(
    (each) => each !== operation && each.accessor?.join(".") === to.accessor.join("."),
  );
  return called === undefined ? null : `api.functional.${to.accessor.join(".")}`;
}

function plan(
  change: MoveOperation,
  operation: Operation,
  to: Address,
  edits: readonly Edit[],
  known: Known,
): Planned {
  const { key, provider } = operation;
  const stepOf = ({ path, before, after }: Edit): Step => {
    const reasons = [{ cause: key, how: "moves in" }];
    if (before === null) return createStep(path, reasons);
    return after === null ? deleteStep(path, reasons) : editStep(path, reasons);
  };
  const moved = provider !== null && provider.path !== to.provider.path;
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      removed: { ...NO_NAMES, operations: [key] },
      renames: {
        ...NO_RENAMES,
        operations: [{ from: key, to: to.key }],
        ...(moved
          ? {
              files: [{ from: provider.path, to: to.provider.path }],
              symbols: [{ from: provider.name, to: to.provider.name }],
            }
          : {}),
      },
      steps: inLayerOrder(edits.map(stepOf)),
      notices: staleDocuments(known.backend, { ...NO_NAMES, operations: [key] }, `It may name ${key}`),
    },
    edits: () => edits,
  };
}

function refused(reason: string, remedy: string): Planned {
  return { kind: "refused", reason, remedy };
}
