import type { Change } from "../../change/change.js";
import type { AddSection } from "../../change/kinds/add-section.js";
import type { ChangeSection } from "../../change/kinds/change-section.js";
import type { RemoveSection } from "../../change/kinds/remove-section.js";
import { printChange } from "../../change/forms.js";
import {
  textOfSection,
  withoutSection,
  withSection,
  withText,
} from "../../generate/documents/edit-sections.js";
import { type Document, documentsOf, idOf, type Place } from "../../spec/requirement/documents.js";
import type { Section } from "../../spec/requirement/markdown-sections.js";
import type { Backend } from "../../source/backend.js";
import { sameWords, wordsOf } from "../../spec/words.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { editStep } from "../steps-of.js";
import { findHolder, findSection } from "./find-section.js";

/** Plans a new section of the requirements. */
export function planAddSection(backend: Backend, change: AddSection): Planned {
  const found = findHolder(change.to, documentsOf(backend), (to) => ({ ...change, to }));
  if (!found.ok) return found.ending;
  const problem = textProblem(change.text) ?? titleProblem(change.title);
  if (problem !== null) return problem;
  const { document, section } = found.value;
  const siblings = belowOf(document, section);
  const twin = siblings.find(({ title }) => sameWords(wordsOf(title), wordsOf(change.title)));
  if (twin !== undefined) return alreadyThere(change, { document, section: twin });
  const after = withSection(document.text, section, siblings, change.title, change.text);
  return planDocument(change, found.value, after, "gets a section in");
}

/** Plans another text of a section. */
export function planChangeSection(backend: Backend, change: ChangeSection): Planned {
  const found = findSection(change.section, documentsOf(backend), (section) => ({ ...change, section }));
  if (!found.ok) return found.ending;
  const problem = textProblem(change.text);
  if (problem !== null) return problem;
  const { document, section } = found.value;
  if (textOfSection(document.text, section) === change.text)
    return { kind: "nothing-to-do", reason: `${idOf(found.value)} says that already.`, nearest: [] };
  return planDocument(
    change,
    found.value,
    withText(document.text, section, change.text),
    "says otherwise in",
  );
}

/** Plans a section away. The code that serves it stays: that is asked for by changes of its own. */
export function planRemoveSection(backend: Backend, change: RemoveSection): Planned {
  const found = findSection(change.section, documentsOf(backend), (section) => ({ ...change, section }));
  if (!found.ok) return found.ending;
  const { document, section } = found.value;
  return planDocument(change, found.value, withoutSection(document.text, section), "goes from");
}

function planDocument(change: Change, place: Place, after: string, how: string): Planned {
  const { path, text: before } = place.document;
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      steps: [editStep(path, [{ cause: idOf(place), how }])],
    },
    edits: () => [{ path, before, after }],
  };
}

/** The sections directly below one, or the highest ones of a document below its title. */
function belowOf({ sections }: Document, section: Section | null): readonly Section[] {
  const [first] = sections;
  const holder = section ?? (first?.level === 1 ? first : null);
  return sections.filter(({ parent }) => parent === holder);
}

function alreadyThere(change: AddSection, place: Place & { readonly section: Section }): Planned {
  const id = idOf(place);
  if (textOfSection(place.document.text, place.section) === change.text)
    return { kind: "nothing-to-do", reason: `${id} is there already, as asked for.`, nearest: [] };
  const other: Change = { kind: "change-section", section: id, text: change.text };
  return {
    kind: "refused",
    reason: `There is a section ${id} already, and it says something else.`,
    remedy: `Choose another title, or ask for: ${printChange(other)}`,
  };
}

/** Text that would end the section, or hide what follows. */
function textProblem(text: string): Planned | null {
  const line = text
    .split("\n")
    .find((each) => /^ {0,3}(#{1,6}(\s|$)|(`{3}|~{3})|(=+|-+)\s*$)|<!--/.test(each));
  if (line === undefined) return null;
  return {
    kind: "refused",
    reason: `"${line.trim().slice(0, 80)}" would not be text of the section.`,
    remedy: "Write sentences; a heading is a section of its own.",
  };
}

function titleProblem(title: string): Planned | null {
  if (!/[\n#<>`[\]]/.test(title) && title.trim() === title) return null;
  return {
    kind: "refused",
    reason: `"${title.trim().slice(0, 80)}" cannot be a heading.`,
    remedy: "Write a title of plain words, in one line.",
  };
}
