import typia from "typia";
import { type FieldType, parseFieldType, printFieldType } from "../field-type.js";
import type { Form } from "../form.js";

/** Gives a column another type, with the properties that carry it and the code that converts its values. */
export interface ChangeType {
  readonly kind: "change-type";
  readonly field: string;
  readonly of: string;
  readonly to: FieldType;
  /** The set of values becomes an enum of the database; none are said where the DTOs say them. */
  readonly enumerated?: true;
  /** What stands where values of the code have no place in the new type: defaults. */
  readonly default: string | null;
}

export const isChangeType = typia.createIs<ChangeType>();

const FORM = /^field (\w+) of ([\w ]+?) to (.+?)(?: default ("[^"]*"|[^\s"|]+))?$/i;

export const changeType: Form<ChangeType> = {
  verb: "change",
  on: "field",
  slots: [
    { ask: "field", lead: "field " },
    { ask: "model", lead: " of " },
    { ask: "type", lead: " to " },
    { ask: "default", lead: " default ", optional: true },
  ],
  usage:
    "change field <name> of <model> to <type>|one of <value>, <value>|enum [of <value>, <value>] [default <value>]",
  example: "change field file_size of files to double",
  parse: (rest) => {
    const [, field, of, written, value] = FORM.exec(rest) ?? [];
    if (field === undefined || of === undefined || written === undefined) return null;
    const own = { kind: "change-type", field, of, default: value ?? null } as const;
    if (/^enum$/i.test(written))
      return { ...own, to: { name: "string", values: [], optional: false }, enumerated: true };
    const isEnum = /^enum of /i.test(written);
    const to = parseFieldType(asUnion(written.replace(/^enum of /i, "one of ")));
    return to === null ? null : { ...own, to, ...(isEnum && { enumerated: true }) };
  },
  print: ({ field, of, to, default: value, enumerated }) =>
    `change field ${field} of ${of} to ${enumerated === true ? enumText(to) : printFieldType(to)}${value === null ? "" : ` default ${value}`}`,
};

/** `enum of low, high`; `enum` where the DTOs say the values. */
function enumText({ values }: FieldType): string {
  const list = values.map((each) => (/^\w+$/.test(each) ? each : `"${each}"`));
  return values.length === 0 ? "enum" : `enum of ${list.join(", ")}`;
}

/** `one of low, high` is `"low" | "high"`. */
function asUnion(written: string): string {
  const list = /^one of (.+)$/i.exec(written)?.[1];
  if (list === undefined) return written;
  const values = list.split(/\s*(?:,|\bor\b)\s*/).filter((each) => each !== "");
  return values.map((each) => `"${each.replace(/^"(.*)"$/, "$1")}"`).join(" | ");
}
