import type { Naming } from "../../generate/create/conventions/naming.js";
import { camelOf, capital, pluralOf, singularOf } from "../../generate/create/conventions/spelling.js";
import type { Known } from "../../generate/create/known.js";
import { isOfOne, type NewOperation, type OperationKind } from "../../generate/create/new-model.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { ownWords, wordsOf } from "../../spec/words.js";
import { most } from "../../util/most.js";
import type { Grant } from "./resolve-access.js";

const METHODS: Readonly<Record<OperationKind, Operation["method"] | null>> = {
  create: "POST",
  list: "PATCH",
  read: "GET",
  update: "PUT",
  delete: "DELETE",
  restore: null,
  transition: null,
  stub: null,
};

export interface Subject {
  /** Words that the person used, in the singular. */
  readonly words: readonly string[];
  readonly pascal: string;
  readonly parent: Model | null;
  /** Whether lists show a summary of what reading shows whole. */
  readonly summary: boolean;
}

/** The operations of a new model: routes, providers, controllers and accessors as the backend names them. */
export function resolveOperations(
  grants: readonly Grant[],
  subject: Subject,
  naming: Naming,
  known: Known,
): readonly NewOperation[] {
  return grants.map(({ kind, actor }) => {
    const above =
      subject.parent === null ? [] : itemSegments(subject.parent, actor?.name ?? null, naming, known);
    const item = [...above, naming.segment(pluralOf(subject.words)), `{${idName(subject, above)}}`];
    const verb = kind === "restore" ? kind : null;
    return placeOperation({ kind, actor: actor?.name ?? null, item, verb }, naming, known, {
      body: bodyOf(kind, subject),
      response: responseOf(kind, subject),
    });
  });
}

/** Where an operation goes: the segments of one row behind root and actor, and what is done to it if that has a name. */
export interface Place {
  readonly kind: OperationKind;
  readonly actor: string | null;
  readonly item: readonly string[];
  readonly verb: string | null;
  /** The segments of the whole path, where the person says them. */
  readonly at?: readonly string[];
}

/** One operation with its route, provider, controller and accessor. */
export function placeOperation(
  { kind, actor, item, verb, at }: Place,
  naming: Naming,
  known: Known,
  takes: Pick<Operation, "body" | "response">,
): NewOperation {
  const method = METHODS[kind] ?? verbMethod(known);
  const actors = naming.actorInPath && actor !== null ? [actor] : [];
  const usual = [...(naming.root === null ? [] : [naming.root]), ...actors, ...item];
  const tail = isOfOne({ kind })
    ? [usual.at(-1) ?? "", ...(verb === null ? [] : [naming.segment([verb])])]
    : [];
  const segments = at ?? [...usual.slice(0, -1), ...tail];
  const methodName = verb ?? naming.method(method, isOfOne({ kind }));
  const address = addressOf(method, segments, isOfOne({ kind }), methodName, naming);
  return { kind, method, actor, ...takes, ...address };
}

/** What an operation's path decides about it; of one row, its controller stands above the last parameter. */
export function addressOf(
  method: Operation["method"],
  segments: readonly string[],
  ofOne: boolean,
  methodName: string,
  naming: Naming,
): Pick<
  NewOperation,
  "key" | "path" | "provider" | "controller" | "parameters" | "accessor" | "prefix" | "route"
> {
  const count = segments.length - segments.findLastIndex((each) => each.startsWith("{"));
  const collection = ofOne ? segments.slice(0, -count) : segments;
  const fixed = collection.filter((each) => !each.startsWith("{"));
  const className = naming.controller(fixed);
  const path = `/${segments.join("/")}`;
  const name = providerName(method, segments);
  const rest = segments.slice(collection.length);
  const folders = [...fixed, ...rest.filter((each) => !each.startsWith("{"))].map((each) =>
    each.replace(/[^A-Za-z0-9_$]/g, "_"),
  );
  return {
    key: `${method} ${path}`,
    path,
    provider: { name, path: `src/providers/${name}.ts` },
    controller: { path: `src/controllers/${fixed.join("/")}/${className}.ts`, className, methodName },
    parameters: segments.filter((each) => each.startsWith("{")).map((each) => each.slice(1, -1)),
    // A folder that is called like the function stands for it.
    accessor: folders.at(-1) === methodName ? folders : [...folders, methodName],
    prefix: `/${collection.map(colon).join("/")}`,
    route: rest.map(colon).join("/"),
  };
}

/** How operations that do something of their own with a row are called: as most of them are. */
function verbMethod({ api }: Known): "POST" | "PUT" {
  const methods = [...api.operations.values()].flatMap(({ method, path, body }) =>
    (method === "POST" || method === "PUT") && body === null && isVerb(path) ? [method] : [],
  );
  return most(methods) ?? "PUT";
}

/** Whether a path ends with what is done to a row, and not with rows below it. */
function isVerb(path: string): boolean {
  const last = /\}\/(\w+)$/.exec(path)?.[1];
  return last !== undefined && singularOf([last]).join() === last;
}

function idName({ words, pascal }: Subject, above: readonly string[]): string {
  const short = `${camelOf(words)}Id`;
  return above.includes(`{${short}}`) ? `${pascal.charAt(0).toLowerCase()}${pascal.slice(1)}Id` : short;
}

function colon(segment: string): string {
  return segment.replace(/^\{(\w+)\}$/, ":$1");
}

function providerName(method: string, segments: readonly string[]): string {
  const words = segments.flatMap((each) => each.split(/[^A-Za-z0-9]+/).filter((part) => part !== ""));
  return `${method.toLowerCase()}${words.map(capital).join("")}`;
}

function bodyOf(kind: OperationKind, { pascal }: Subject): string | null {
  const members = {
    create: "ICreate",
    list: "IRequest",
    update: "IUpdate",
    read: null,
    delete: null,
    restore: null,
    transition: null,
    stub: null,
  } as const;
  return members[kind] === null ? null : `I${pascal}.${members[kind]}`;
}

function responseOf(kind: OperationKind, { pascal, summary }: Subject): string | null {
  if (kind === "delete") return null;
  if (kind !== "list") return `I${pascal}`;
  return summary ? `IPageI${pascal}.ISummary` : `IPageI${pascal}`;
}

/** Where one row of a model is served, behind the root and the actor: articles, {articleId}. */
export function itemSegments(
  model: Model,
  actor: string | null,
  naming: Naming,
  known: Known,
): readonly string[] {
  const own = ownWords(known.database.models.keys()).get(model.name) ?? [];
  const candidates = [...known.api.operations.values()].flatMap((operation) => {
    const dto = known.api.dtos.get(operation.response ?? operation.body ?? "");
    if (dto?.model !== model.name && operation.method !== "DELETE") return [];
    const segments = behindActor(operation, naming);
    const item = operation.path.endsWith("}");
    const last = segments.at(item ? -2 : -1) ?? "";
    if (last.startsWith("{") || !own.join("").endsWith(wordsOf(last).join("")) || last === "") return [];
    const whole = item ? segments : [...segments, `{${camelOf(wordsOf(last))}Id}`];
    const rank = (operation.actor === actor ? 0 : operation.actor === null ? 1 : 2) + (item ? 0 : 3);
    return [{ whole, rank: rank * 10 + whole.length }];
  });
  const [best] = candidates.sort((a, b) => a.rank - b.rank);
  const last = singularOf(own).at(-1) ?? model.name;
  return best?.whole ?? [naming.segment(pluralOf(own)), `{${last}Id}`];
}

function behindActor({ path, actor }: Operation, naming: Naming): readonly string[] {
  const segments = path.split("/").filter((each) => each !== "");
  const rest = segments[0] === naming.root ? segments.slice(1) : segments;
  return actor !== null && rest[0]?.toLowerCase() === actor.toLowerCase() ? rest.slice(1) : rest;
}
