import type { ts } from "ts-morph";
import type { ChangeAccess } from "../../change/kinds/change-access.js";
import { printChange } from "../../change/forms.js";
import { readActors } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import { actorParameter, routeMethod, routeSplices } from "../../generate/operation/access/edit-route.js";
import { sdkTag } from "../../generate/operation/access/edit-sdk-tag.js";
import { accessInTests, type EditedTests } from "../../generate/operation/access/edit-tests.js";
import { functionNamed } from "../../generate/operation/local-names.js";
import { retell } from "../../generate/operation/retell.js";
import type { Notice } from "../../generate/notice.js";
import type { Backend } from "../../source/backend.js";
import type { Splice } from "../../source/edit.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { type PlacedSplice, spliceFiles } from "../../source/splice-files.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { NO_NAMES } from "../../spec/names.js";
import { readSpec } from "../../spec/spec.js";
import { findPlaces, type FoundPlaces } from "../actor/find-places.js";
import { planAllPlaces, planPlaces } from "../actor/plan-places.js";
import { inStages } from "../in-stages.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { editStep, inLayerOrder } from "../steps-of.js";
import { otherCaller } from "./other-caller.js";
import { findOperation, signsIn } from "./find-operation.js";
import { findActor } from "../model/find-actor.js";
import { lineOf } from "../../source/node-span.js";

/**
 * Plans letting somebody else call an operation: some or all of an actor, or everybody. What it asked about its
 * caller's own rows, or about his place, goes. Tests are left alone where they are told for him already.
 */
export function planChangeAccess(backend: Backend, change: ChangeAccess, withTests = true): Planned {
  const known: Known = { backend, ...readSpec(backend) };
  const found = findOperation(change.method, change.path, known.api);
  if (!found.ok) return found.ending;
  const operation = found.value;
  const actor = change.actor === null ? null : findActor(change.actor, readActors(known));
  if (actor !== null && !actor.ok) return actor.ending;
  const to = actor?.value.name ?? null;
  if (change.others !== undefined)
    return refused(
      `An operation is for one kind of actor, and ${[change.actor, ...change.others].join(", ")} are several.`,
      `Give ${change.others[0]?.split(".")[0]} an operation of his own: \`/autobe add operation <read|list|update|delete> to <model> by ${change.others[0]?.split(".")[0]}\``,
    );
  if (signsIn(operation))
    return refused(`${operation.key} is part of how actors sign in.`, "Leave it to everybody.");
  const places =
    change.places === undefined || to === null
      ? null
      : findPlaces(change.places, to, (each) => printChange({ ...change, places: each }), backend);
  if (places !== null && !places.ok) return places.ending;
  const asked = placesAsked(places?.value ?? null);
  if (operation.actor === to && sameSet(operation.places ?? [], asked))
    return {
      kind: "nothing-to-do",
      reason: `${operation.key} is for ${callerText(to, change.places)} already.`,
      nearest: [],
    };
  const isAsked = sameSet(operation.places ?? [], asked);
  return inStages(backend, printChange(change), [
    ...(operation.places === undefined || isAsked ? [] : [(now: Backend) => planAllPlaces(now, change)]),
    ...(operation.actor === to ? [] : [(now: Backend) => planCaller(now, change, to, withTests)]),
    ...(places === null ? [] : [(now: Backend) => planPlaces(now, change, places.value)]),
  ]);
}

/** In the form in which an operation tells its places: "position.supervisor". */
function placesAsked(places: FoundPlaces | null): readonly string[] {
  return places === null ? [] : places.values.map((value) => `${places.attribute}.${value}`);
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return [...left].sort().join() === [...right].sort().join();
}

function callerText(to: string | null, places: readonly string[] = []): string {
  if (to === null) return "everybody";
  return places.length === 0 ? to : places.map((each) => `${to}.${each}`).join(", ");
}

/** Plans letting another actor call an operation, or everybody. */
function planCaller(backend: Backend, change: ChangeAccess, to: string | null, withTests: boolean): Planned {
  const known: Known = { backend, ...readSpec(backend) };
  const found = findOperation(change.method, change.path, known.api);
  if (!found.ok) return found.ending;
  const operation = found.value;
  const code = codeSplices(operation, to, known);
  if (!Array.isArray(code)) return code as Planned;
  const tests = withTests ? accessInTests(operation, to, known) : UNTOUCHED;
  const placed: readonly PlacedSplice[] = [
    ...(code as readonly PlacedSplice[]),
    ...[...tests.splices].flatMap(([path, own]) => own.map((each) => ({ ...each, path }))),
  ];
  const edits = spliceFiles(backend, placed).filter(({ before, after }) => before !== after);
  const who = to === null ? "everybody" : `a signed-in ${to}`;
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      steps: inLayerOrder(
        edits.map(({ path }) => editStep(path, [{ cause: operation.key, how: `is for ${who} now in` }])),
      ),
      notices: [
        ...droppedChecks(operation, to, known),
        ...pathNotice(operation, to),
        ...tests.unsure.map(({ path, line }): Notice => ({
          kind: "weakened-test",
          path,
          line,
          text: `It calls ${operation.key}, and does not say as whom: let ${who} do it`,
        })),
        ...staleDocuments(
          backend,
          { ...NO_NAMES, operations: [operation.key] },
          `It may say that ${operation.key} is for ${operation.actor ?? "everybody"}`,
        ),
      ],
    },
    edits: () => edits,
  };
}

const UNTOUCHED: EditedTests = { splices: new Map(), unsure: [] };

/** What the provider, its route and the SDK say of who calls; how the plan ends where that cannot be said. */
function codeSplices(
  operation: Operation,
  to: string | null,
  known: Known,
): readonly PlacedSplice[] | Planned {
  const { provider, controller, key, actor } = operation;
  const file = known.backend.files.get(provider?.path ?? "");
  const host = known.backend.files.get(controller.path);
  const owner =
    file === undefined || provider === null ? null : functionNamed(parseTypescript(file), provider.name);
  const method = host === undefined ? null : routeMethod(host, operation);
  if (provider === null || owner === null || method === null)
    return refused(`${controller.path} does the work of ${key} itself.`, "Change that file by hand.");
  const other = otherCaller(provider, controller.path, known);
  if (other !== null)
    return refused(
      `${other.path}:${other.line} calls ${provider.name} for its own caller.`,
      "Let it do its work without that first.",
    );
  const told = retell(owner, actor, to);
  if (!told.ok)
    return refused(
      `${provider.path}:${told.line} needs the ${actor ?? "caller"}: ${told.text}`,
      `Only a ${actor ?? "caller"} can be meant there; change that line by hand first.`,
    );
  const [own] = told.dropped;
  if (to === null && own !== undefined)
    return refused(
      `${provider.path}:${lineOf(own.node)} keeps the ${actor ?? "caller"} to rows of his own: ${own.node.getText().replace(/\s+/g, " ")}`,
      "Take that line out by hand first, if everybody may have all of them.",
    );
  const route = routeSplices(method, actor, to);
  if (route === null)
    return refused(
      `${controller.path} does not hand the ${actor ?? "caller"} on plainly.`,
      "Change that file by hand.",
    );
  const place = (path: string, splices: readonly Splice[]): readonly PlacedSplice[] =>
    splices.map((each) => ({ ...each, path }));
  return [
    ...place(provider.path, told.splices),
    ...place(controller.path, route),
    ...sdkTag(operation, to, known),
  ];
}

/** The checks that went, since they asked for the old caller or for rows of his own. */
function droppedChecks(operation: Operation, to: string | null, known: Known): readonly Notice[] {
  const { provider, actor, controller } = operation;
  if (actor === null) return [];
  const dropped = (path: string, node: ts.Node): Notice => ({
    kind: "dropped-guard",
    path,
    line: lineOf(node),
    text: node.getText().replace(/\s+/g, " "),
  });
  const file = known.backend.files.get(provider?.path ?? "");
  const owner =
    file === undefined || provider === null ? null : functionNamed(parseTypescript(file), provider.name);
  const told = owner === null ? null : retell(owner, actor, to);
  const host = known.backend.files.get(controller.path);
  const method = host === undefined ? null : routeMethod(host, operation);
  const parameter = method === null ? null : actorParameter(method);
  return [
    ...(parameter === null ? [] : [dropped(controller.path, parameter)]),
    ...(told?.ok === true ? told.dropped.map(({ node }) => dropped(provider?.path ?? "", node)) : []),
  ];
}

/** A path that names the old caller stays, and says who may no longer. */
function pathNotice(
  { path, actor, controller, key, method }: Operation,
  to: string | null,
): readonly Notice[] {
  const segments = path.split("/");
  const at = segments.findIndex((each) => actor !== null && each.toLowerCase() === actor.toLowerCase());
  if (at === -1) return [];
  const moved = [...segments.slice(0, at), ...(to === null ? [] : [to]), ...segments.slice(at + 1)].join("/");
  const text = `${key} keeps its path. To move it: \`/autobe move operation ${method} ${path} to ${moved}\``;
  return [{ kind: "repository", path: controller.path, line: null, text }];
}

function refused(reason: string, remedy: string): Planned {
  return { kind: "refused", reason, remedy };
}
