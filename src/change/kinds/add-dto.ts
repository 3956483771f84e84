import typia from "typia";
import { type DtoMember, parseDtoMembers, printDtoMember } from "../dto-member.js";
import type { Form } from "../form.js";

/** Makes a DTO that shows no table: what an operation of its own takes or answers with. */
export interface AddDto {
  readonly kind: "add-dto";
  /** As written: "IBbsCategory.IFollow", "IBbsReport". */
  readonly name: string;
  /** At least one. */
  readonly members: readonly DtoMember[];
}

export const isAddDto = typia.createIs<AddDto>();

const PATTERN = /^dto (I[A-Z]\w*(?:\.I[A-Z]\w*)?) ?\((.+)\)$/;

export const addDto: Form<AddDto> = {
  verb: "add",
  on: "property",
  slots: [
    { ask: "name", lead: "dto " },
    { ask: "columns", lead: " (", tail: ")" },
  ],
  usage: "add dto <name> (<property>: <type>|<DTO>[[]][?], …)",
  example:
    "add dto IBbsCategory.IFollow (muted: boolean, since: datetime?, followers: IBbsMember.ISummary[])",
  parse: (rest) => {
    const [, name, list] = PATTERN.exec(rest) ?? [];
    const members = list === undefined ? null : parseDtoMembers(list);
    return name === undefined || members === null ? null : { kind: "add-dto", name, members };
  },
  print: ({ name, members }) => `add dto ${name} (${members.map(printDtoMember).join(", ")})`,
};
