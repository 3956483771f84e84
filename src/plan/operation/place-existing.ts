import { readNaming } from "../../generate/create/conventions/naming.js";
import { capital } from "../../generate/create/conventions/spelling.js";
import type { Known } from "../../generate/create/known.js";
import { isOfOne, type NewOperation, type OperationKind } from "../../generate/create/new-model.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { callName, decoratorCalls, firstText } from "../../spec/interface/decorators.js";
import { joinPath, readRoutes } from "../../spec/interface/read-routes.js";
import { ts } from "ts-morph";
import { type Found, refuse } from "../found.js";
import type { Planned } from "../planned.js";
import { itemSegments, placeOperation } from "../model/resolve-operations.js";

export interface Wanted {
  readonly kind: OperationKind;
  readonly actor: string | null;
  readonly verb: string | null;
  /** As a person wrote it; null for where the model's others are. */
  readonly at: string | null;
}

/** Where one more operation of a model goes: beside the others of its actor, in their controller if there is one. */
export function placeExisting(
  wanted: Wanted,
  model: Model,
  known: Known,
  takes: Pick<Operation, "body" | "response">,
): Found<NewOperation> {
  const { kind, actor, verb, at } = wanted;
  const naming = readNaming(known);
  const item = itemSegments(model, actor, naming, known);
  const usual = placeOperation({ kind, actor, item, verb }, naming, known, takes);
  const segments = at === null ? null : joinPath(at).split("/").slice(1);
  if (segments !== null) {
    const asked = segments.filter((each) => each.startsWith("{")).map((each) => each.slice(1, -1));
    if (asked.join() !== usual.parameters.join()) {
      const needed = usual.parameters.map((each) => `{${each}}`).join(", ");
      return refuse(
        `${at} has not the parameters that the operation takes.`,
        needed === "" ? "It takes none." : `It takes ${needed}, in this order.`,
      );
    }
    if (isOfOne({ kind }) && !segments.some((each) => each.startsWith("{")))
      return refuse(`${at} does not say which row.`, "Let the path end with the row's id.");
  }
  const placed =
    segments === null
      ? usual
      : placeOperation({ kind, actor, item, verb, at: segments }, naming, known, takes);
  return { ok: true, value: hosted(placed, known) };
}

/** How a plan ends whose route or files are there: as asked for already, or something else. Null if all are free. */
export function sayTaken(
  { method, path, provider, accessor }: NewOperation,
  { api, backend }: Known,
  isSame: (operation: Operation) => boolean,
  remedy: string,
): Planned | null {
  const shape = (text: string): string => text.replaceAll(/\{\w+\}/g, "{}");
  const same = [...api.operations.values()].find(
    (each) => each.method === method && shape(each.path) === shape(path),
  );
  if (same !== undefined && isSame(same))
    return { kind: "nothing-to-do", reason: `${same.key} does that already.`, nearest: [] };
  const called = [...api.operations.values()].find((each) => each.accessor?.join(".") === accessor.join("."));
  const taken =
    same?.key ??
    (backend.files.has(provider.path) ? provider.path : null) ??
    (called === undefined ? null : `api.functional.${accessor.join(".")}`);
  return taken === null ? null : { kind: "refused", reason: `${taken} is there already.`, remedy };
}

type Hosted = Pick<NewOperation, "method" | "prefix" | "controller" | "accessor">;

/** The operation in the controller that serves its prefix already, under a name that nothing else has there. */
export function hosted<T extends Hosted>(operation: T, known: Known): T {
  const host = [...known.api.operations.values()]
    .map(({ controller }) => controller)
    .find((controller) => prefixOf(controller, known) === joinPath(operation.prefix));
  if (host === undefined) return operation;
  const file = known.backend.files.get(host.path);
  const routes = file === undefined ? [] : readRoutes(parseTypescript(file));
  const names = new Set(routes.map(({ node }) => node.name.getText()));
  const own = operation.controller.methodName;
  const methodName = names.has(own) ? `${own}${capital(operation.method.toLowerCase())}` : own;
  const accessor =
    operation.accessor.at(-1) === own ? [...operation.accessor.slice(0, -1), methodName] : operation.accessor;
  return { ...operation, accessor, controller: { path: host.path, className: host.className, methodName } };
}

function prefixOf({ path, className }: Operation["controller"], { backend }: Known): string | null {
  const file = backend.files.get(path);
  if (file === undefined) return null;
  const owner = parseTypescript(file)
    .statements.filter(ts.isClassDeclaration)
    .find((each) => each.name?.text === className);
  const call =
    owner === undefined
      ? undefined
      : decoratorCalls(owner).find((each) => /(^|\.)Controller$/.test(callName(each)));
  return call === undefined ? null : joinPath(firstText(call) ?? "");
}
