import typia from "typia";
import { parseCarriers, printCarriers } from "../carrier-list.js";
import type { Form } from "../form.js";

/** What of the rows that lead to another one is shown with it: how many, whether any, the last one, or all. */
export type Computation = "count" | "has" | "latest" | "list";

/** Shows in DTOs what is made up of other rows; there is no column for it. */
export interface AddProperty {
  readonly kind: "add-property";
  readonly name: string;
  readonly how: Computation;
  /** The rows, as written: the relation that leads to them, or their model. */
  readonly of: string;
  readonly to: string;
  /** The column that says which row is the latest, or in which order they are listed; null for what is usual. */
  readonly by: string | null;
  /** What the DTOs are called: "read", "summary", …; null for those that do by default. */
  readonly in: readonly string[] | null;
}

export const isAddProperty = typia.createIs<AddProperty>();

const LINE =
  /^property (\w+): (count|has|latest|list)(?: of)? ([\w ]+?)(?: by (\w+))? to ([\w ]+?)(?: in (\w+(?:\s*,\s*\w+)*))?$/i;

export const addProperty: Form<AddProperty> = {
  verb: "add",
  on: "property",
  slots: [
    { ask: "name", lead: "property " },
    { ask: "computed", lead: ": " },
    { ask: "target", lead: " " },
    { ask: "model", lead: " to " },
    { ask: "dtos", lead: " in ", optional: true },
  ],
  usage:
    "add property <name>: count of|has|latest|list of <relation>|<model> [by <field>] to <model> [in read, summary]",
  example: "add property files_count: count of files to articles",
  parse: (rest) => {
    const [, name, how, of, by, to, words] = LINE.exec(rest) ?? [];
    if (name === undefined || how === undefined || of === undefined || to === undefined) return null;
    return {
      kind: "add-property",
      name,
      how: how.toLowerCase() as Computation,
      of,
      to,
      by: by ?? null,
      in: parseCarriers(words),
    };
  },
  print: ({ name, how, of, by, to, in: words }) => {
    const said = how === "count" || how === "list" ? `${how} of` : how;
    return `add property ${name}: ${said} ${of}${by === null ? "" : ` by ${by}`} to ${to}${printCarriers(words)}`;
  },
};
