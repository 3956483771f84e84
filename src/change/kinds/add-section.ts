import typia from "typia";
import type { Form } from "../form.js";
import { parseQuoted, printQuoted } from "../quoted.js";

/** Writes a new section of the requirements, at the end of a document or of another section. */
export interface AddSection {
  readonly kind: "add-section";
  readonly title: string;
  /** A document's name, or a section, as written. */
  readonly to: string;
  /** Its text, a sentence on each line. */
  readonly text: string;
}

export const isAddSection = typia.createIs<AddSection>();

export const addSection: Form<AddSection> = {
  verb: "add",
  on: "requirement",
  slots: [
    { ask: "title", lead: "section " },
    { ask: "section", lead: " to " },
    { ask: "text", lead: " saying " },
  ],
  usage: 'add section "<title>" to <document>|<section> saying "<text>"',
  example:
    'add section "Pinning" to 03-functional-requirements#articles saying "WHEN an administrator pins an article, THE system SHALL list it first."',
  parse: (rest) => {
    const [, title, to, text] = /^section (".+?(?<!\\)") to (.+?) saying (".+")$/i.exec(rest) ?? [];
    const [name, said] = [parseQuoted(title), parseQuoted(text)];
    return name === null || said === null || to === undefined
      ? null
      : { kind: "add-section", title: name, to, text: said };
  },
  print: ({ title, to, text }) => `add section ${printQuoted(title)} to ${to} saying ${printQuoted(text)}`,
};
