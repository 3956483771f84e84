import typia from "typia";
import type { Form } from "../form.js";

/** Takes a section out of the requirements, with those below it; code is another change's business. */
export interface RemoveSection {
  readonly kind: "remove-section";
  /** As written. */
  readonly section: string;
}

export const isRemoveSection = typia.createIs<RemoveSection>();

export const removeSection: Form<RemoveSection> = {
  verb: "remove",
  on: "requirement",
  slots: [{ ask: "section", lead: "section " }],
  usage: "remove section <section>",
  example: "remove section 03-functional-requirements#tags",
  parse: (rest) => {
    const [, section] = /^section (.+)$/i.exec(rest) ?? [];
    return section === undefined ? null : { kind: "remove-section", section };
  },
  print: ({ section }) => `remove section ${section}`,
};
