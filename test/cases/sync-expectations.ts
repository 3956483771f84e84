import type { ArtefactKind } from "../../src/source/layout.js";
import type { Synced } from "./sync-case.js";

/** What a person writes of a case by hand, and how far the rest can follow from that. */
export interface Expectation {
  /** Null where neither schema nor DTOs say it. */
  readonly written: readonly ArtefactKind[] | null;
  /** Why the result is not what the case itself comes to; null where it has to be, to the byte. */
  readonly differs: string | null;
}

/** Themes that the schema says alone. */
const SCHEMA: readonly string[] = [
  "add-field",
  "change-type",
  "relation",
  "remove",
  "remove-field",
  "rename-field",
  "rename-model",
];

const SILENT: Expectation = { written: null, differs: null };

/** A table between two others says that they belong together, and not who may tie them, nor where it is seen. */
const JUNCTION: Expectation = {
  written: ["model"],
  differs: "A table between two does not say where their ties are written and shown.",
};

/** By theme, or by case where it stands for itself. */
const OTHERS: Readonly<Record<string, Expectation>> = {
  property: { written: ["dto"], differs: null },
  "add-model": { written: ["model"], differs: "A table does not say who may do what with its rows." },
  rename: { written: ["model"], differs: "Names of DTOs, routes and functions do not stand in the schema." },
  // That a text has a few values stands in the DTO alone.
  "change-type/bbs-expertise": SILENT,
  // That a summary shows it stands in the DTO alone.
  "add-field/bbs-article-subtitle": { written: ["model", "dto"], differs: null },
  "relation/bbs-article-editors": JUNCTION,
  "relation/todo-list-labels": JUNCTION,
  // What a property is made up of stands in no declaration.
  "property/bbs-has-articles": SILENT,
  "property/bbs-latest-comment": SILENT,
  "property/bbs-notifications-count": SILENT,
  "property/todo-has-reminders": SILENT,
  "property/todo-latest-comment": SILENT,
  "property/todo-user-lists-count": SILENT,
  // A DTO that no operation names is nobody's business yet.
  "property/todo-label-mark-dto": SILENT,
  "relation/bbs-article-reviewer": { written: ["model", "dto"], differs: null },
};

export function expectationOf(name: string): Expectation {
  const theme = name.split("/")[0] ?? "";
  const schema: Expectation = { written: ["model"], differs: null };
  return OTHERS[name] ?? OTHERS[theme] ?? (SCHEMA.includes(theme) ? schema : SILENT);
}

/** Paths whose text is not what the case itself comes to. */
export function differingPaths({ result, expected }: Synced): readonly string[] {
  const paths = new Set([...result.files.keys(), ...expected.files.keys()]);
  return [...paths].filter((path) => result.files.get(path)?.sha !== expected.files.get(path)?.sha).sort();
}
