import { childPath, parsePath, ROOT } from "../model/schema/path.js";

/** Where every object and list of an answer stands in it. */
export type TreePaths = WeakMap<object, string>;

export function treePaths(answer: object): TreePaths {
  const paths: TreePaths = new WeakMap();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    paths.set(value, path);
    for (const [key, each] of Object.entries(value))
      visit(each, childPath(path, Array.isArray(value) ? Number(key) : key));
  };
  visit(answer, ROOT);
  return paths;
}

/**
 * The place in an answer that a place in a tree stands for which the answer is a part of; null where nothing around it
 * is from the answer.
 */
export function answerPath(tree: unknown, path: string, paths: TreePaths): string | null {
  let [node, found] = [tree, known(tree, paths)];
  for (const key of parsePath(path)) {
    node = typeof node === "object" && node !== null ? (Reflect.get(node, key) as unknown) : undefined;
    found = known(node, paths) ?? (found === null ? null : childPath(found, key));
  }
  return found;
}

function known(node: unknown, paths: TreePaths): string | null {
  return typeof node === "object" && node !== null ? (paths.get(node) ?? null) : null;
}
