import type { Naming } from "../../generate/create/conventions/naming.js";
import { camelOf, capital, pluralOf, singularOf } from "../../generate/create/conventions/spelling.js";
import type { Known } from "../../generate/create/known.js";
import type { NewOperation, OperationKind } from "../../generate/create/new-model.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { ownWords, wordsOf } from "../../spec/words.js";
import type { Grant } from "./resolve-access.js";

const METHODS: Readonly<Record<OperationKind, Operation["method"]>> = {
  create: "POST",
  list: "PATCH",
  read: "GET",
  update: "PUT",
  delete: "DELETE",
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
    const method = METHODS[kind];
    const ofOne = kind !== "create" && kind !== "list";
    const above =
      subject.parent === null ? [] : itemSegments(subject.parent, actor?.name ?? null, naming, known);
    const actors = naming.actorInPath && actor !== null ? [actor.name] : [];
    const own = naming.segment(pluralOf(subject.words));
    const collection = [...(naming.root === null ? [] : [naming.root]), ...actors, ...above, own];
    const id = `{${idName(subject, above)}}`;
    const segments = ofOne ? [...collection, id] : collection;
    const fixed = collection.filter((each) => !each.startsWith("{"));
    const className = naming.controller(fixed);
    const methodName = naming.method(method, ofOne);
    const path = `/${segments.join("/")}`;
    const name = providerName(method, segments);
    return {
      kind,
      key: `${method} ${path}`,
      method,
      path,
      actor: actor?.name ?? null,
      provider: { name, path: `src/providers/${name}.ts` },
      controller: { path: `src/controllers/${fixed.join("/")}/${className}.ts`, className, methodName },
      parameters: segments.filter((each) => each.startsWith("{")).map((each) => each.slice(1, -1)),
      body: bodyOf(kind, subject),
      response: responseOf(kind, subject),
      accessor: [...fixed.map((each) => each.replace(/[^A-Za-z0-9_$]/g, "_")), methodName],
      prefix: `/${collection.map(colon).join("/")}`,
      route: ofOne ? colon(id) : "",
    };
  });
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
  } as const;
  return members[kind] === null ? null : `I${pascal}.${members[kind]}`;
}

function responseOf(kind: OperationKind, { pascal, summary }: Subject): string | null {
  if (kind === "delete") return null;
  if (kind !== "list") return `I${pascal}`;
  return summary ? `IPageI${pascal}.ISummary` : `IPageI${pascal}`;
}

/** Where one row of a model is served, behind the root and the actor: articles, {articleId}. */
function itemSegments(model: Model, actor: string | null, naming: Naming, known: Known): readonly string[] {
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
