import pluralize from "pluralize";
import type { ArtefactKind } from "../../source/layout.js";
import { linesOf } from "../../source/text-lines.js";
import { type Document, documentsOf, idOf } from "../../spec/requirement/documents.js";
import type { Section } from "../../spec/requirement/markdown-sections.js";
import type { Graph } from "../graph.js";
import { routeShape } from "../link/sdk-table.js";

/** How far requirements are served by operations, and operations by tests. */
export interface Coverage {
  readonly sections: Covered;
  readonly operations: Covered;
}

export interface Covered {
  readonly all: number;
  /** Names of those that nothing covers, in their order. */
  readonly without: readonly string[];
}

/** Kinds whose use of a model makes it one that an operation works on. */
const WORKING: ReadonlySet<ArtefactKind> = new Set(["operation", "controller", "collector", "transformer"]);

/**
 * A section that says something is served where it is one of `cited`, or where it, or a heading around it, names what a
 * model is of that operations work on: its last word. An operation is tested where a test, or a helper of
 * tests, calls its SDK function.
 */
export function coverage(graph: Graph, cited: ReadonlySet<string>): Coverage {
  const nouns = new Set(
    [...graph.files.values()].flatMap(({ kind, models }) =>
      WORKING.has(kind) ? [...models.keys()].map(nounOf) : [],
    ),
  );
  const sections = documentsOf(graph.backend).flatMap((document) =>
    document.sections.flatMap((section) => {
      const text = textOf(document, section);
      if (text === "") return [];
      const words = wordsOf([text, ...titlesAround(section)].join(" "));
      return [{ id: idOf({ document, section }), served: words.some((word) => nouns.has(word)) }];
    }),
  );
  const called = new Set(
    [...graph.files.values()]
      .filter(({ kind }) => kind === "test" || kind === "helper")
      .flatMap(({ sdk }) => [...sdk].map((accessor) => routeShape(graph.sdk.get(accessor)?.key ?? ""))),
  );
  const keys = [...new Set([...graph.sdk.values()].map(({ key }) => key))];
  return {
    sections: covered(
      sections.map(({ id }) => id),
      new Set(sections.flatMap(({ id, served }) => (served || cited.has(id) ? [id] : []))),
    ),
    operations: covered(keys, new Set(keys.filter((key) => called.has(routeShape(key))))),
  };
}

function covered(names: readonly string[], done: ReadonlySet<string>): Covered {
  return { all: names.length, without: names.filter((name) => !done.has(name)) };
}

function textOf({ text }: Document, { body, bodyEnd }: Section): string {
  const lines = linesOf(text).slice(body, bodyEnd);
  return lines
    .map((line) => line.text)
    .join("\n")
    .trim();
}

/** Titles of a section, and of those that it stands in. */
function titlesAround({ title, parent }: Section): readonly string[] {
  return parent === null ? [title] : [title, ...titlesAround(parent)];
}

function nounOf(model: string): string {
  return pluralize.singular(model.slice(model.lastIndexOf("_") + 1).toLowerCase());
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(/\p{L}+/gu))].map((word) => pluralize.singular(word));
}
