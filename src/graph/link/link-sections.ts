import pluralize from "pluralize";
import type { Graph } from "../graph.js";
import type { EdgeIndex } from "./edge-index.js";

/** From a requirement section to the models whose words, the one that all share left out, stand in its heading. */
export function linkSections({ database, files }: Pick<Graph, "database" | "files">, edges: EdgeIndex): void {
  const models = distinctWords([...database.models.keys()]);
  const singular = new Map<string, string>();
  for (const { path, facts } of files.values())
    for (const { heading, line } of facts.sections) {
      edges.add(`file:${path}`, `section:${path}#${line}`, "declares");
      const words = new Set<string>();
      for (const word of heading.toLowerCase().match(/\p{L}+/gu) ?? []) {
        if (!singular.has(word)) singular.set(word, pluralize.singular(word));
        words.add(singular.get(word) as string);
      }
      for (const [model, needed] of models)
        if (needed.length > 0 && needed.every((word) => words.has(word)))
          edges.add(`section:${path}#${line}`, `model:${model}`, "describes");
    }
}

function distinctWords(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const words = names.map((name) => name.split("_"));
  const shared = words.length > 1 && words.every((each) => each[0] === words[0]?.[0]) ? 1 : 0;
  return new Map(
    names.map((name, index) => [
      name,
      (words[index] ?? []).slice(shared).map((word) => pluralize.singular(word)),
    ]),
  );
}
