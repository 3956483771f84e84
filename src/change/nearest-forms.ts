import { FORMS } from "./forms.js";

/** Words that people use for those of the language. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    add: "create new introduce support need want let allow",
    remove: "delete drop erase rid kill without",
    rename: "call called name",
    change: "make set turn update modify should",
    hide: "conceal",
    expose: "show return include display",
    move: "put route",
    field: "column attribute",
    model: "table entity",
    operation: "endpoint api route",
    property: "dto response answer",
    relation: "link reference belongs",
    actor: "role user",
    section: "requirement document",
    index: "unique duplicate",
    public: "anyone everybody everyone",
  }).flatMap(([word, others]) => others.split(" ").map((other) => [other, word] as const)),
);

const SHOWN = 3;

/** Lines of the language that share most words with a text, each as it is written; none where no word is shared. */
export function nearestForms(text: string): readonly string[] {
  const asked = new Set(wordsIn(text).flatMap((word) => [word, SAME.get(word) ?? word]));
  return Object.values(FORMS)
    .map(({ verb, usage }) => ({ usage, score: score(verb, usage, asked) }))
    .filter(({ score: shared }) => shared > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ usage }) => usage);
}

/** A verb says more than what it is about. */
function score(verb: string, usage: string, asked: ReadonlySet<string>): number {
  const words = new Set(wordsIn(usage.slice(verb.length)).filter((word) => word.length > 3));
  return (asked.has(verb) ? 3 : 0) + [...words].filter((word) => asked.has(word)).length;
}

function wordsIn(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z]+/g) ?? []).map((word) => word.replace(/(?<=[a-z]{3})s$/, ""));
}
