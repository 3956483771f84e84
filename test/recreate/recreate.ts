import { readDatabase } from "../../src/spec/database/read-database.js";
import type { InterfaceSpec, Operation } from "../../src/spec/interface/interface-spec.js";
import { readInterface } from "../../src/spec/interface/read-interface.js";
import type { Backend } from "../../src/source/backend.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { tryChange } from "../hand-edits/try-change.js";

/** One operation that was taken out and asked for again, or why it was not. */
export type Recreated =
  | { readonly kind: "recreated"; readonly line: string; readonly head: Backend }
  | { readonly kind: "not-recreated"; readonly why: string };

/** Takes one operation out of a backend by its key, and has it made again by nothing but its line. */
export function recreate(backend: Backend, key: string): Recreated {
  const api = readInterface(backend, readDatabase(backend));
  const operation = api.operations.get(key);
  const line = operation === undefined ? null : lineFor(operation, api);
  if (operation === undefined || line === null)
    return { kind: "not-recreated", why: "it does something of its own, which no line says" };
  const removed = tryChange(backend, `remove operation ${key}`);
  if (removed.kind === "not-changed") return { kind: "not-recreated", why: `removing it: ${removed.why}` };
  const again = tryChange(removed.head, line);
  if (again.kind === "not-changed") return { kind: "not-recreated", why: `${line}: ${again.why}` };
  const difference = shapeDifference(operation, again.head);
  return difference === null
    ? { kind: "recreated", line, head: withTestsOf(backend, again.head) }
    : { kind: "not-recreated", why: difference };
}

/** How a person would ask for it; null where it is none of the operations that follow from a model. */
function lineFor(operation: Operation, api: InterfaceSpec): string | null {
  const { method, path, actor } = operation;
  const atRow = path.endsWith("}");
  const verbs: Readonly<Record<string, string>> = atRow
    ? { GET: "read", PUT: "update", DELETE: "delete" }
    : { POST: "create", PATCH: "list" };
  const verb = verbs[method];
  const model = modelOf(operation, api);
  if (verb === undefined || model === null) return null;
  return `add operation ${verb} to ${model} by ${actor ?? "anyone"} at ${path}`;
}

/** The model of what it takes or answers, or of what its neighbours do: on the same path, or on one that ends alike. */
function modelOf(operation: Operation, api: InterfaceSpec): string | null {
  const all = [...api.operations.values()];
  const near = all.filter(({ path }) => path === operation.path);
  const alike = all.filter(({ path }) => collectionOf(path) === collectionOf(operation.path));
  for (const { body, response } of [operation, ...near, ...alike])
    for (const name of [body, response]) {
      const model = name === null ? null : (api.dtos.get(name)?.model ?? null);
      if (model !== null) return model;
    }
  return null;
}

/** `tags` of `/board/admin/tags/{tagId}`. */
function collectionOf(path: string): string | undefined {
  return path
    .split("/")
    .filter((each) => !each.startsWith("{"))
    .at(-1);
}

function shapeDifference(before: Operation, head: Backend): string | null {
  const after = readInterface(head, readDatabase(head)).operations.get(before.key);
  if (after === undefined) return "it came back on another path";
  for (const part of ["actor", "body", "response"] as const)
    if (after[part] !== before[part]) return `its ${part} is ${after[part]}, and was ${before[part]}`;
  return after.accessor?.join(".") === before.accessor?.join(".")
    ? null
    : `its accessor is ${after.accessor?.join(".")}, and was ${before.accessor?.join(".")}`;
}

/** With the tests as they were: those written by hand have to compile and pass against what was made again. */
function withTestsOf(base: Backend, head: Backend): Backend {
  const isTest = (path: string): boolean => path.startsWith("test/");
  const texts = [
    ...[...head.files.values()].filter(({ path }) => !isTest(path)),
    ...[...base.files.values()].filter(({ path }) => isTest(path)),
  ];
  return makeBackend(
    "recreated",
    texts.flatMap(({ path, text }): [string, string][] => (text === null ? [] : [[path, text]])),
  );
}
