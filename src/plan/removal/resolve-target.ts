import { distance } from "fastest-levenshtein";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { InterfaceSpec, Operation } from "../../spec/interface/interface-spec.js";
import { ownWords, sameWords, wordsOf } from "../../spec/words.js";
import { modelsNamed } from "../models-named.js";

/** What a person's word means: models, or operations where no model has the name, or several things, or nothing. */
export type Target =
  | { readonly kind: "models"; readonly models: readonly string[] }
  | { readonly kind: "operations"; readonly operations: readonly Operation[] }
  | { readonly kind: "several"; readonly models: readonly string[] }
  | { readonly kind: "unknown"; readonly nearest: readonly string[] };

/**
 * Resolves the word of "remove <word>". Exact model names win over folded ones (case, plural, spelling), whole
 * names over endings ("comments" → `bbs_article_comments`), models over DTOs, these over path segments.
 */
export function resolveTarget(word: string, database: DatabaseSpec, api: InterfaceSpec): Target {
  if (database.models.has(word)) return { kind: "models", models: [word] };
  const wanted = wordsOf(word).filter((each) => !FILLERS.has(each));
  if (wanted.length === 0) return { kind: "unknown", nearest: nearestNames(word, database, api) };
  const named = modelsNamed(word, wanted, database);
  if (named.length > 0) return choose(named);
  const byDto = modelsOfDtos(word, wanted, api);
  if (byDto.length > 0) return choose(byDto);
  return byPath(word, wanted, database, api);
}

const FILLERS: ReadonlySet<string> = new Set(
  "the a an all every feature system module functionality section part of whole entire our".split(" "),
);

function choose(models: readonly string[]): Target {
  return models.length === 1 ? { kind: "models", models } : { kind: "several", models };
}

function modelsOfDtos(word: string, wanted: readonly string[], api: InterfaceSpec): readonly string[] {
  const found = new Set<string>();
  for (const dto of api.dtos.values()) {
    if (dto.model === null) continue;
    const root = (dto.name.split(".")[0] ?? dto.name).replace(/^I(?=[A-Z])/, "");
    if (dto.name === word || sameWords(wordsOf(root), wanted)) found.add(dto.model);
  }
  return [...found];
}

/** Operations whose last path segment is the word; the models they answer with, where they agree on one. */
function byPath(word: string, wanted: readonly string[], database: DatabaseSpec, api: InterfaceSpec): Target {
  const operations = [...api.operations.values()].filter((operation) => {
    const segments = operation.path.split("/").filter((each) => each !== "" && !each.startsWith("{"));
    return operation.key === word || segments.some((segment) => sameWords(wordsOf(segment), wanted));
  });
  if (operations.length === 0) return { kind: "unknown", nearest: nearestNames(word, database, api) };
  const models = new Set<string>();
  for (const operation of operations) {
    const last =
      operation.path
        .split("/")
        .filter((each) => each !== "" && !each.startsWith("{"))
        .at(-1) ?? "";
    const model = operation.response === null ? null : (api.dtos.get(operation.response)?.model ?? null);
    if (model !== null && sameWords(wordsOf(last), wanted)) models.add(model);
  }
  const own = ownWords(database.models.keys());
  const named = [...models].filter((model) => wanted.some((each) => own.get(model)?.includes(each) === true));
  return named.length > 0 ? choose(named) : { kind: "operations", operations };
}

/** Names worth saying when nothing matched, nearest first, at most five. */
function nearestNames(word: string, database: DatabaseSpec, api: InterfaceSpec): readonly string[] {
  const flat = wordsOf(word.slice(0, 64)).join("");
  const names = new Map<string, string>();
  for (const [model, words] of ownWords(database.models.keys())) names.set(model, words.join(""));
  for (const operation of api.operations.values()) {
    for (const segment of operation.path.split("/")) {
      if (segment !== "" && !segment.startsWith("{")) names.set(segment, wordsOf(segment).join(""));
    }
  }
  const steps = (name: string): number => {
    const words = names.get(name) ?? name;
    return words.includes(flat) || flat.includes(words) ? 1 : distance(words, flat);
  };
  return [...names.keys()].sort((a, b) => steps(a) - steps(b)).slice(0, 5);
}
