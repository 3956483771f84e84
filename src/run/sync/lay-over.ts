import { ts } from "ts-morph";
import type { Notice } from "../../generate/notice.js";
import { removeFromSchema } from "../../generate/remove-from-schema.js";
import { oldModel, type SyncState } from "../../plan/sync/sync-state.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { classify } from "../../source/layout.js";
import { mergeTexts } from "../../source/merge-texts.js";
import { NO_NAMES } from "../../spec/names.js";
import { withoutDoubles } from "./without-doubles.js";

/** What a plan adds to what a person wrote. */
export interface Laid {
  /** From what the person wrote to what it shall be. */
  readonly edits: readonly Edit[];
  /** Where both wrote, and theirs stays. */
  readonly conflicts: readonly Notice[];
}

/**
 * Lays what the plan made of the base over the person's branch: files that they left alone take the plan's text; in
 * the others what they wrote stays, and what the plan does beside it is added. `followed` is what was made of the base
 * before, and stands in the branch already.
 */
export function layOver(state: SyncState, followed: Backend = state.base.backend): Laid {
  const { now, wanted } = state;
  const edits: Edit[] = [...schemaEdits(state)];
  const conflicts: Notice[] = [];
  for (const path of changedPaths(followed, now.backend)) {
    if (classify(path) === "model") continue;
    const theirs = textAt(wanted.backend, path);
    const laid = layFile(path, textAt(followed, path), theirs, textAt(now.backend, path));
    conflicts.push(...laid.conflicts);
    if (laid.text !== theirs) edits.push({ path, before: theirs, after: laid.text });
  }
  return { edits: edits.sort((a, b) => (a.path < b.path ? -1 : 1)), conflicts };
}

/** The schema is what the person wrote, without what goes along with what they took out. */
function schemaEdits(state: SyncState): readonly Edit[] {
  const { base, now, wanted } = state;
  const fields = [...wanted.database.models.values()].flatMap((model) => {
    const current = now.database.models.get(model.name);
    const before = base.database.models.get(oldModel(state, model.name));
    if (current === undefined || before === undefined) return [];
    const has = (all: typeof model, name: string): boolean => all.fields.some((each) => each.name === name);
    return model.fields
      .filter(({ name, relation }) => relation === null && has(before, name) && !has(current, name))
      .map(({ name }) => `${model.name}.${name}`);
  });
  if (fields.length === 0) return [];
  return removeFromSchema(wanted.backend, wanted.database, { ...NO_NAMES, fields });
}

function changedPaths(base: Backend, now: Backend): readonly string[] {
  const paths = new Set([...base.files.keys(), ...now.files.keys()]);
  return [...paths].filter((path) => base.files.get(path)?.sha !== now.files.get(path)?.sha);
}

function textAt({ files }: Backend, path: string): string | null {
  return files.get(path)?.text ?? null;
}

function layFile(
  path: string,
  followed: string | null,
  theirs: string | null,
  planned: string | null,
): { readonly text: string | null; readonly conflicts: readonly Notice[] } {
  if (theirs === followed) return { text: planned, conflicts: [] };
  if (theirs === planned || isSame(path, theirs, planned)) return { text: theirs, conflicts: [] };
  if (theirs === null) return kept(theirs, path, "you deleted this file, and the change would edit it");
  if (planned === null) return kept(theirs, path, "you edited this file, and the change would delete it");
  if (followed === null)
    return kept(theirs, path, "you made this file, and the change would make another one");
  const { text, conflicts } = mergeTexts(followed, theirs, withoutDoubles(path, followed, theirs, planned));
  return {
    text,
    conflicts: conflicts.map(({ line, others }) => ({
      kind: "conflict",
      path,
      line,
      text: `yours stays; the change would write: ${others.trim() === "" ? "nothing" : others.trim()}`,
    })),
  };
}

function kept(text: string | null, path: string, why: string): ReturnType<typeof layFile> {
  return { text, conflicts: [{ kind: "conflict", path, line: null, text: `${why}: yours stays` }] };
}

/** Whether two texts say the same in another order, comments and blanks aside: then nothing is left to do in it. */
function isSame(path: string, theirs: string | null, planned: string | null): boolean {
  if (theirs === null || planned === null || !path.endsWith(".ts")) return false;
  return wordsIn(theirs) === wordsIn(planned);
}

function wordsIn(text: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  const words: string[] = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) words.push(scanner.getTokenText());
  return words.sort().join("\n");
}
