import { classify } from "../source/layout.js";
import type { CheckRequest } from "./workspace.js";
import { codeFiles } from "./write-tree.js";

/** Raised when the way of checking changes, so that results of the old way are forgotten. */
const VERSION = 1;

/** All that a check's result depends on. */
export function resultKey({ backend, dependencies, compiler }: CheckRequest): string {
  const schema = [...backend.files.values()].filter(({ path }) => classify(path) === "model");
  const files = [...codeFiles(backend), ...schema].map(({ path, sha }) => `${path}\0${sha}`);
  return [VERSION, compiler, dependencies.key, ...files].join("\n");
}

/** The packages whose transforms the gate runs; typia 13 and later compile in another language. */
export function transformTools({ dependencies }: CheckRequest): ReadonlyMap<string, string> {
  const tools = new Map<string, string>();
  for (const name of ["typia", "@nestia/core", "@nestia/sdk"]) {
    const version = dependencies.versions.get(name);
    if (version !== undefined) tools.set(name, version);
  }
  return tools;
}

export function hasTransforms(request: CheckRequest): boolean {
  const typia = transformTools(request).get("typia");
  return typia !== undefined && Number.parseInt(typia, 10) < 13;
}
