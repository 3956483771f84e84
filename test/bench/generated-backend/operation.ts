import { pascal } from "./names.js";

/** One endpoint, as the provider, the controller and the SDK print it. */
export type Operation = {
  readonly method: "get" | "patch" | "post" | "put" | "delete";
  readonly name: "index" | "at" | "create" | "update" | "erase";
  /** Path of the controller: `["hub", "member", "projects", ":projectId", "notes"]`. */
  readonly controller: readonly string[];
  /** What the method adds to it, `:noteId` or nothing. */
  readonly suffix: string;
  readonly actor: "member" | "admin" | undefined;
  readonly body: string | undefined;
  readonly output: string;
  readonly summary: string;
  readonly description: string;
  /** Statements of the provider. */
  readonly statements: string;
};

export function pathOf(operation: Operation): string[] {
  return operation.suffix === "" ? [...operation.controller] : [...operation.controller, operation.suffix];
}

export function parametersOf(operation: Operation): { name: string; doc: string }[] {
  return pathOf(operation)
    .filter((segment) => segment.startsWith(":"))
    .map((segment) => segment.slice(1))
    .map((name) => ({ name, doc: `${pascal(name.replace(/Id$/, ""))}'s id` }));
}

export function providerName(operation: Operation): string {
  return (
    operation.method +
    pathOf(operation)
      .map((segment) => pascal(segment.replace(":", "")))
      .join("")
  );
}

export function controllerName(controller: readonly string[]): string {
  return `${plainSegments(controller).map(pascal).join("")}Controller`;
}

/** The segments that name folders, parameters left out. */
export function plainSegments(controller: readonly string[]): string[] {
  return controller.filter((segment) => !segment.startsWith(":"));
}

/** Controllers in order, each with its operations. */
export function byController(operations: readonly Operation[]): Operation[][] {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const key = operation.controller.join("/");
    groups.set(key, [...(groups.get(key) ?? []), operation]);
  }
  return [...groups.values()];
}
