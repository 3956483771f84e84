import type { Change } from "./change.js";
import { USAGE, type Verb, VERBS } from "./command.js";
import { type Subject, SUBJECTS } from "./form.js";
import { FORMS, KINDS } from "./forms.js";
import { nearestOf } from "./nearest.js";

/** What help tells about a word: kinds of change, other commands, or nothing, with the word that may be meant. */
export type Help =
  | { readonly found: true; readonly kinds: readonly Change["kind"][]; readonly usages: readonly string[] }
  | { readonly found: false; readonly nearest: string | null };

/** "add-field" as people say it. */
export function headlineOf(kind: Change["kind"]): string {
  return kind.replaceAll("-", " ");
}

/** Kinds by what they are on, in the order in which help lists them. */
export function kindsBySubject(): readonly (readonly [Subject, readonly Change["kind"][]])[] {
  return SUBJECTS.map(
    (subject) => [subject, KINDS.filter((kind) => FORMS[kind].on === subject)] as const,
  ).filter(([, kinds]) => kinds.length > 0);
}

/** Commands that are no change. */
export const OTHER_VERBS: readonly Verb[] = VERBS.filter(
  (verb) => !KINDS.some((kind) => FORMS[kind].verb === verb),
);

/** Help on a kind ("add field"), on all of a verb ("add") or of what they are on ("fields"), or on another command. */
export function helpOn(topic: string): Help {
  const word = topic
    .toLowerCase()
    .replace(/[-_\s]+/g, " ")
    .trim();
  const kind = KINDS.find((each) => headlineOf(each) === word);
  if (kind !== undefined) return { found: true, kinds: [kind], usages: [] };
  const other = OTHER_VERBS.find((verb) => verb === word);
  if (other !== undefined) return { found: true, kinds: [], usages: USAGE[other] };
  const kinds = KINDS.filter((each) => {
    const { verb, on } = FORMS[each];
    return word === verb || word.replace(/s$/, "") === on;
  });
  if (kinds.length > 0) return { found: true, kinds, usages: [] };
  return { found: false, nearest: nearestOf(word, [...KINDS.map(headlineOf), ...VERBS, ...SUBJECTS]) };
}
