import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { Answers, Option } from "../../src/change/answer.js";
import type { Backend } from "../../src/source/backend.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { isReadable } from "../../src/source/readable.js";
import { type FixtureName, fixtureBackend } from "../support/fixture-backend.js";

/** A fixture-driven case: a backend, what is laid over it, a change, a person's decisions, and the hand-written impact. */
export interface Case {
  readonly name: string;
  readonly fixture: FixtureName;
  readonly backend: Backend;
  readonly change: string;
  /** Path of the file a question is about → the option chosen there. */
  readonly decide: Readonly<Record<string, Option>>;
  /** Lines "A path", "D path" and "M path", sorted. */
  readonly impact: readonly string[];
}

const ROOT = "fixtures";

/** "<theme>/<leaf>" of every case, or of those of one fixture. */
export function caseNames(fixture?: FixtureName): readonly string[] {
  const themes = readdirSync(join(ROOT, "cases")).sort();
  const names = themes.flatMap((theme) =>
    readdirSync(join(ROOT, "cases", theme))
      .sort()
      .map((leaf) => `${theme}/${leaf}`),
  );
  return names.filter((name) => fixture === undefined || describedAt(name).backend === fixture);
}

interface Described {
  readonly backend: FixtureName;
  readonly change: string;
  readonly decide?: Record<string, Option>;
}

function describedAt(name: string): Described {
  return JSON.parse(readFileSync(join(ROOT, "cases", name, "case.json"), "utf8")) as Described;
}

export function loadCase(name: string): Case {
  const folder = join(ROOT, "cases", name);
  const described = describedAt(name);
  const files = fixtureBackend(described.backend).files.values();
  const texts = new Map(
    [...files].flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])),
  );
  const overlay = join(folder, "overlay");
  if (existsSync(overlay)) for (const [path, text] of readTree(overlay)) texts.set(path, text);
  const lines = readFileSync(join(folder, "impact"), "utf8").split("\n");
  return {
    name,
    fixture: described.backend,
    backend: makeBackend(name, texts),
    change: described.change,
    decide: described.decide ?? {},
    impact: lines.filter((line) => /^[ADM] /.test(line)).sort(),
  };
}

/** The text files of a folder that a host would load, by path. */
function readTree(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (!entry.isFile() || !isReadable(path)) continue;
    texts.set(path, readFileSync(join(folder, path), "utf8"));
  }
  return texts;
}

/** Answers that a case's decisions are, once its questions are known. */
export function answersFor(
  decide: Case["decide"],
  questions: readonly { readonly places: readonly { readonly id: string; readonly path: string }[] }[],
): Answers {
  const answers = new Map<string, Option>();
  for (const place of questions.flatMap((question) => question.places)) {
    const option = decide[place.path];
    if (option !== undefined) answers.set(place.id, option);
  }
  return answers;
}
