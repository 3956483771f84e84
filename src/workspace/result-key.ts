import { classify } from "../source/layout.js";
import type { CheckRequest, Toolchain } from "./workspace.js";
import { codeFiles } from "./write-tree.js";

/** Raised when the way of checking changes, so that results of the old way are forgotten. */
const VERSION = 1;

/** All that a check's result depends on. */
export function resultKey({ backend, dependencies, compiler, scope }: CheckRequest): string {
  const schema = [...backend.files.values()].filter(({ path }) => classify(path) === "model");
  const files = [...codeFiles(backend), ...schema].map(({ path, sha }) => `${path}\0${sha}`);
  const scoped = scope === undefined ? [] : ["scope", ...scope];
  return [VERSION, compiler, dependencies.key, ...files, ...scoped].join("\n");
}

/** The packages whose transforms the gate runs; typia 13 and later compile in another language. */
export function transformTools({ dependencies }: Toolchain): ReadonlyMap<string, string> {
  const tools = new Map<string, string>();
  for (const name of ["typia", "@nestia/core", "@nestia/sdk"]) {
    const version = dependencies.versions.get(name);
    if (version !== undefined) tools.set(name, version);
  }
  return tools;
}

export function hasTransforms(toolchain: Toolchain): boolean {
  const typia = transformTools(toolchain).get("typia");
  return typia !== undefined && Number.parseInt(typia, 10) < 13;
}
