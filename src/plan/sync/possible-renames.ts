import { createHash } from "node:crypto";
import { distance } from "fastest-levenshtein";
import type { Answers } from "../../change/answer.js";
import type { Change } from "../../change/change.js";
import type { Known } from "../../generate/create/known.js";
import type { Place, Question } from "../../generate/question.js";
import type { Span } from "../../source/edit.js";
import { lineOf } from "./place-of.js";
import type { SyncState } from "./sync-state.js";

/** Something gone and something new that look alike: one thing with another name, or two things. */
export interface Possible {
  /** "todo_app_todos" for a field; empty for a model. */
  readonly owner: string;
  readonly from: string;
  readonly to: string;
  /** Where the person wrote the new one. */
  readonly path: string;
  readonly span: Span;
  /** What follows if it is the same thing. */
  readonly changes: readonly Change[];
}

export interface Decided {
  readonly renames: readonly Possible[];
  /** Null if nothing is open. */
  readonly question: Question | null;
}

/** What a person said of each pair. Of those that share a side, the names that are most alike are asked about first. */
export function decideRenames(possible: readonly Possible[], { wanted, answers }: SyncState): Decided {
  const { open, renames } = matched(possible, answers);
  return { renames, question: open.length === 0 ? null : questionOf(open, wanted) };
}

/**
 * The answers with one for each pair, where a question was answered as a whole: it holds for what was asked about,
 * and not for what the next round or another day brings.
 */
export function spellOut(possible: readonly Possible[], answers: Answers): Answers {
  const { open } = matched(possible, answers);
  const answer = answers.get(questionId(open));
  return answer === undefined
    ? answers
    : new Map([...answers, ...open.map((each) => [idOf(each), answer] as const)]);
}

function matched(
  possible: readonly Possible[],
  answers: Answers,
): { readonly open: readonly Possible[]; readonly renames: readonly Possible[] } {
  const open: Possible[] = [];
  const renames: Possible[] = [];
  const taken = new Set<string>();
  for (const each of [...possible].sort((a, b) => distance(a.from, a.to) - distance(b.from, b.to))) {
    const ends = [`- ${each.owner}.${each.from}`, `+ ${each.owner}.${each.to}`];
    const answer = answers.get(idOf(each));
    if (answer === "replace" || ends.some((end) => taken.has(end))) continue;
    for (const end of ends) taken.add(end);
    (answer === "rename" ? renames : open).push(each);
  }
  return { open, renames };
}

function questionOf(open: readonly Possible[], wanted: Known): Question {
  const places = open.map((each): Place => ({
    id: idOf(each),
    path: each.path,
    line: lineOf(wanted, each.path, each.span),
    artefact: each.owner === "" ? each.to : each.owner,
    snippet: `- ${each.from}\n+ ${each.to}`,
  }));
  return {
    id: questionId(open),
    construct: "possible rename",
    places,
    options: ["rename", "replace"],
    recommended: "rename",
  };
}

function questionId(open: readonly Possible[]): string {
  return hash(`question possible rename ${open.map(idOf).sort().join(" ")}`);
}

function idOf({ owner, from, to }: Possible): string {
  return hash(`possible rename ${owner} ${from} ${to}`);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
