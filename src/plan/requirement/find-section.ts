import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";
import { type Document, idOf, type Place } from "../../spec/requirement/documents.js";
import type { Section } from "../../spec/requirement/markdown-sections.js";
import { sameWords, wordsOf } from "../../spec/words.js";
import type { Found } from "../found.js";
import { nothingCalled } from "../field/find-field.js";

/** The section of an id, an anchor or a title; exact first, then folded. `rewrite` gives the change with an id. */
export function findSection(
  word: string,
  documents: readonly Document[],
  rewrite: (id: string) => Change,
): Found<Place & { readonly section: Section }> {
  const all = documents.flatMap((document) => document.sections.map((section) => ({ document, section })));
  return findPlace(word, all, rewrite);
}

/** The same, or a document by the name of its file. */
export function findHolder(
  word: string,
  documents: readonly Document[],
  rewrite: (id: string) => Change,
): Found<Place> {
  const whole = documents.map((document): Place => ({ document, section: null }));
  const sections = documents.flatMap((document) =>
    document.sections.map((section): Place => ({ document, section })),
  );
  return findPlace(word, [...whole, ...sections], rewrite);
}

function findPlace<P extends Place>(
  word: string,
  places: readonly P[],
  rewrite: (id: string) => Change,
): Found<P> {
  const exact = places.filter((place) => idOf(place) === word);
  const bare = word.replace(/\.md$/, "").replace(/^#/, "");
  const named = places.filter((place) => namesOf(place).some((name) => name === bare));
  const folded = places.filter((place) =>
    namesOf(place).some((name) => sameWords(wordsOf(name), wordsOf(bare))),
  );
  const found = [exact, named, folded].find((each) => each.length > 0) ?? [];
  const [only] = found;
  if (only === undefined) {
    const names = new Map(places.map((place) => [idOf(place), place.section?.anchor ?? place.document.name]));
    return nothingCalled(`No section of the requirements is called "${word}".`, word, names);
  }
  if (found.length === 1) return { ok: true, value: only };
  const candidates = found.map((place) => ({ command: printChange(rewrite(idOf(place))), takes: [] }));
  return { ok: false, ending: { kind: "ambiguous", candidates } };
}

function namesOf({ document, section }: Place): readonly string[] {
  return section === null ? [document.name] : [section.anchor, section.title];
}
