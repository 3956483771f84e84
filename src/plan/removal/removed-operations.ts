import type { Backend } from "../../source/backend.js";
import type { InterfaceSpec, Operation } from "../../spec/interface/interface-spec.js";
import { sameWords, wordsOf } from "../../spec/words.js";
import { collectionsOf, normalPath } from "./family.js";

/**
 * Operations that have no purpose without the family: they answer with it, take it in, live under one of its
 * resources, or write nothing else at a path of its name. An operation that does other work stays.
 */
export function removedOperations(
  api: InterfaceSpec,
  family: ReadonlySet<string>,
  words: readonly (readonly string[])[],
  backend: Backend,
): ReadonlySet<string> {
  const collections = [...collectionsOf(family, api)];
  const modelOf = (dto: string | null): string | null =>
    dto === null ? null : (api.dtos.get(dto)?.model ?? null);
  const isFamily = (dto: string | null): boolean => {
    const model = modelOf(dto);
    return model !== null && family.has(model);
  };
  const belongs = (operation: Operation): boolean => {
    if (isFamily(operation.response) || isFamily(operation.body)) return true;
    const path = normalPath(operation);
    if (collections.some((collection) => path.startsWith(`${collection}/{}`))) return true;
    const segments = path.split("/");
    const named = (segment: string | undefined): boolean =>
      segment !== undefined && words.some((word) => sameWords(wordsOf(segment), word));
    if (segments.some((segment, index) => segment === "{}" && named(segments[index - 1]))) return true;
    const writes = writesOf(operation, backend);
    const writesOnlyFamily = writes.length > 0 && writes.every((model) => family.has(model));
    const last = segments.filter((each) => each !== "{}" && each !== "").at(-1);
    const isNamed = named(last) || collections.includes(path);
    if (writesOnlyFamily && (isNamed || operation.response === null)) return true;
    return isNamed && writes.length === 0 && modelOf(operation.response) === null;
  };
  return new Set([...api.operations.values()].filter(belongs).map((operation) => operation.key));
}

/** Models that an operation's function writes, as its own text says. */
function writesOf(operation: Operation, backend: Backend): readonly string[] {
  const text = operation.provider === null ? null : backend.files.get(operation.provider.path)?.text;
  if (typeof text !== "string") return [];
  const writes = text.matchAll(
    /\.\s*(\w+)\s*\.\s*(?:create|createMany|update|updateMany|upsert|delete|deleteMany)\s*\(/g,
  );
  return [...new Set([...writes].map((match) => match[1] as string))];
}
