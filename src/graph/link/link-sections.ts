import pluralize from "pluralize";
import type { Graph } from "../graph.js";
import type { EdgeIndex } from "./edge-index.js";

/** From a requirement section to the models whose words, the one that all share left out, stand in its heading. */
export function linkSections({ database, files }: Pick<Graph, "database" | "files">, edges: EdgeIndex): void {
  const models = byLastWord([...database.models.keys()]);
  const singular = new Map<string, string>();
  for (const { path, facts } of files.values())
    for (const { heading, line } of facts.sections) {
      edges.add(`file:${path}`, `section:${path}#${line}`, "declares");
      const words = new Set<string>();
      for (const word of heading.toLowerCase().match(/\p{L}+/gu) ?? []) {
        if (!singular.has(word)) singular.set(word, pluralize.singular(word));
        words.add(singular.get(word) as string);
      }
      const add = edges.starting(`section:${path}#${line}`);
      for (const word of words)
        for (const { model, needed } of models.get(word) ?? [])
          if (needed.every((each) => words.has(each))) add(`model:${model}`, "describes");
    }
}

interface Described {
  readonly model: string;
  readonly needed: readonly string[];
}

/** Last word of a model's name → the models, each with all the words a heading needs. */
function byLastWord(names: readonly string[]): ReadonlyMap<string, readonly Described[]> {
  const words = names.map((name) => name.split("_"));
  const shared = words.length > 1 && words.every((each) => each[0] === words[0]?.[0]) ? 1 : 0;
  const found = new Map<string, Described[]>();
  for (const [index, model] of names.entries()) {
    const needed = (words[index] ?? []).slice(shared).map((word) => pluralize.singular(word));
    const last = needed.at(-1);
    if (last !== undefined) found.set(last, [...(found.get(last) ?? []), { model, needed }]);
  }
  return found;
}
