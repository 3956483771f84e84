import typia from "typia";
import type { Form } from "../form.js";
import { parseQuoted, printQuoted } from "../quoted.js";

/** Writes another text under a heading of the requirements; the sections below it stay. */
export interface ChangeSection {
  readonly kind: "change-section";
  /** As written. */
  readonly section: string;
  /** A sentence on each line. */
  readonly text: string;
}

export const isChangeSection = typia.createIs<ChangeSection>();

export const changeSection: Form<ChangeSection> = {
  verb: "change",
  on: "requirement",
  slots: [
    { ask: "section", lead: "section " },
    { ask: "text", lead: " to " },
  ],
  usage: 'change section <section> to "<text>"',
  example:
    'change section 03-functional-requirements#tags to "WHEN a member writes an article, THE system SHALL attach up to five tags."',
  parse: (rest) => {
    const [, section, quoted] = /^section (.+?) to (".+")$/i.exec(rest) ?? [];
    const text = parseQuoted(quoted);
    return section === undefined || text === null ? null : { kind: "change-section", section, text };
  },
  print: ({ section, text }) => `change section ${section} to ${printQuoted(text)}`,
};
