import type { Operation } from "../../../spec/interface/interface-spec.js";
import { sharedPrefix } from "../../../spec/interface/match-model.js";
import type { Known } from "../known.js";
import { most } from "../../../util/most.js";
import { camelOf, capital, partsOf, pascalOf, pluralOf, singularOf } from "./spelling.js";

/** How a backend names its artefacts. */
export interface Naming {
  /** Words that all tables begin with. */
  readonly prefix: readonly string[];
  /** First segment of the paths, null if they have none in common. */
  readonly root: string | null;
  /** Whether the actor's name follows it. */
  readonly actorInPath: boolean;
  readonly segment: (words: readonly string[]) => string;
  readonly controller: (segments: readonly string[]) => string;
  /** Name of the method that serves a route. */
  readonly method: (method: Operation["method"], ofOne: boolean) => string;
  readonly table: (words: readonly string[]) => string;
  /** Name of a DTO without its `I`, from a table's name. */
  readonly pascal: (table: string) => string;
}

export function readNaming({ database, api }: Known): Naming {
  const names = [...database.models.keys()];
  const prefix = sharedPrefix(names.map((name) => name.split("_")));
  const operations = [...api.operations.values()].filter(({ path }) => !/\/auth\//.test(path));
  const root = rootOf(operations);
  const plural = most(names.map((name) => pluralOf(name.split("_")).join("_") === name)) ?? true;
  const bare = most(dtoSpellings(api.dtos.keys(), names, prefix)) ?? false;
  return {
    prefix,
    root,
    actorInPath: most(operations.flatMap((each) => actorNamed(each, root))) ?? true,
    segment: segmentSpelling(operations),
    controller: controllerSpelling(operations),
    method: methodSpelling(operations),
    table: (words) => [...prefix, ...(plural ? pluralOf(words) : singularOf(words))].join("_"),
    pascal: (table) => pascalOf(singularOf(table.split("_")).slice(bare ? prefix.length : 0)),
  };
}

function rootOf(operations: readonly Operation[]): string | null {
  const firsts = operations.map(({ path }) => path.split("/")[1] ?? "");
  const root = most(firsts);
  const actors = new Set(operations.map(({ actor }) => actor));
  const common = firsts.filter((first) => first === root).length >= firsts.length * 0.75;
  return root !== null && common && !actors.has(root) && operations.length > 1 ? root : null;
}

function actorNamed({ path, actor }: Operation, root: string | null): readonly boolean[] {
  if (actor === null) return [];
  const segment = path.split("/")[root === null ? 1 : 2] ?? "";
  return [segment.toLowerCase() === actor.toLowerCase()];
}

/** Whether DTO names leave the prefix of the tables out, for each table that has a DTO. */
function dtoSpellings(
  dtos: Iterable<string>,
  names: readonly string[],
  prefix: readonly string[],
): readonly boolean[] {
  const known = new Set([...dtos].map((name) => name.toLowerCase()));
  return names.flatMap((name) => {
    const words = singularOf(name.split("_"));
    if (known.has(`i${words.join("")}`.toLowerCase())) return [false];
    return known.has(`i${words.slice(prefix.length).join("")}`.toLowerCase()) ? [true] : [];
  });
}

/** `auditLogs`, `audit-logs` or `audit_logs`, as most segments of several words are. */
function segmentSpelling(operations: readonly Operation[]): Naming["segment"] {
  const segments = new Set(operations.flatMap(({ path }) => path.split("/").slice(2)));
  const separators = [...segments].flatMap((segment) => {
    if (segment.startsWith("{") || !/[-_A-Z]/.test(segment)) return [];
    return [/[-_]/.exec(segment)?.[0] ?? ""];
  });
  const separator = most(separators) ?? "";
  return (words) => (separator === "" ? camelOf(words) : words.join(separator));
}

/** `AuditLogs` or `Auditlogs` in class names, as most classes have it. */
function controllerSpelling(operations: readonly Operation[]): Naming["controller"] {
  const spellings = [
    (segments: readonly string[]) => segments.map((each) => pascalOf(partsOf(each))).join(""),
    (segments: readonly string[]) => segments.map((each) => capital(partsOf(each).join(""))).join(""),
  ] as const;
  const [usual] = spellings;
  const votes = operations.flatMap(({ controller }) => {
    const segments = controller.path.split("/").slice(2, -1);
    return spellings.filter((spell) => `${spell(segments)}Controller` === controller.className).slice(0, 1);
  });
  const spell = most(votes.some((each) => each !== usual) ? votes.filter((each) => each !== usual) : votes);
  return (segments) => `${(spell ?? usual)(segments)}Controller`;
}

const USUAL: Readonly<Record<string, string>> = {
  "POST false": "create",
  "PATCH false": "index",
  "GET true": "at",
  "PUT true": "update",
  "DELETE true": "erase",
};

function methodSpelling(operations: readonly Operation[]): Naming["method"] {
  return (method, ofOne) => {
    const same = operations.filter((each) => each.method === method && each.path.endsWith("}") === ofOne);
    return (
      most(same.map(({ controller }) => controller.methodName)) ?? USUAL[`${method} ${ofOne}`] ?? "execute"
    );
  };
}
