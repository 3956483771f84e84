import type { ChangeOf } from "../../change/change.js";
import { textOfSection } from "../../generate/documents/edit-sections.js";
import type { Backend } from "../../source/backend.js";
import { documentsOf, idOf } from "../../spec/requirement/documents.js";
import type { NextSentence, SectionDraft } from "./analysis.js";

export type SectionChange = ChangeOf<"add-section" | "change-section">;

/** What a draft comes to in the change language; `textOf` gives the text of a section so far. */
export function sectionChange(draft: SectionDraft, textOf: (id: string) => string): SectionChange {
  if (draft.kind === "add-section") {
    const text = draft.sentences.map((sentence) => sentence.text).join("\n");
    return { kind: "add-section", title: draft.title, to: draft.to, text };
  }
  const { section, sentences } = draft;
  return { kind: "change-section", section, text: sentences.reduce(withSentence, textOf(section)) };
}

/** The texts of the sections of a backend, a sentence on each line where they are lists. */
export function sectionTexts(backend: Backend): ReadonlyMap<string, string> {
  return new Map(
    documentsOf(backend).flatMap((document) =>
      document.sections.map((section) => [
        idOf({ document, section }),
        textOfSection(document.text, section),
      ]),
    ),
  );
}

/** A sentence stands where the first one stood that it takes the place of, or at the end. */
function withSentence(before: string, { text, instead }: NextSentence): string {
  const [first, ...others] = instead;
  const at = first === undefined ? -1 : before.indexOf(first);
  const after =
    first === undefined || at === -1
      ? `${before}\n${text}`.trim()
      : `${before.slice(0, at)}${text}${before.slice(at + first.length)}`;
  return others.reduce(withoutSentence, after);
}

/** Its line goes as well where nothing else stands on it. */
function withoutSentence(text: string, sentence: string): string {
  const lines = text.split("\n");
  const alone = lines.findIndex((line) => line.trim() === sentence);
  if (alone !== -1) return lines.filter((_, index) => index !== alone).join("\n");
  const at = text.indexOf(sentence);
  return at === -1 ? text : `${text.slice(0, at).trimEnd()}${text.slice(at + sentence.length)}`;
}
