import typia from "typia";
import { parseCarriers, printCarriers } from "../carrier-list.js";
import type { Form } from "../form.js";
import type { Limits } from "../../spec/interface/limits.js";
import { parseLimits, printLimits } from "../limits.js";

/** Says what the values of a property have to be beside their type; the column stays as it is. */
export interface ChangeConstraint {
  readonly kind: "change-constraint";
  readonly name: string;
  /** A model, or one DTO by its name. */
  readonly of: string;
  /** Null takes every limit away. */
  readonly to: Limits | null;
  /** What the DTOs are called: "create", "update", …; null for those that do by default. */
  readonly in: readonly string[] | null;
}

export const isChangeConstraint = typia.createIs<ChangeConstraint>();

const FORM = /^property (\w+) of ([\w. ]+?) to (.+?)(?: in (\w+(?:\s*,\s*\w+)*))?$/i;

export const changeConstraint: Form<ChangeConstraint> = {
  verb: "change",
  on: "property",
  slots: [
    { ask: "property", lead: "property " },
    { ask: "model", lead: " of " },
    { ask: "limits", lead: " to " },
    { ask: "dtos", lead: " in ", optional: true },
  ],
  usage:
    "change property <name> of <model> to [min <n>] [max <n>] [min length <n>] [max length <n>] [pattern /<regex>/] [format <name>]|unconstrained [in create, update, read, summary]",
  example: "change property nickname of members to min length 2, max length 40",
  parse: (rest) => {
    const [, name, of, written, words] = FORM.exec(rest) ?? [];
    if (name === undefined || of === undefined || written === undefined) return null;
    const own = { kind: "change-constraint", name, of, in: parseCarriers(words) } as const;
    if (written.toLowerCase() === "unconstrained") return { ...own, to: null };
    const to = parseLimits(written);
    return to === null ? null : { ...own, to };
  },
  print: ({ name, of, to, in: words }) =>
    `change property ${name} of ${of} to ${to === null ? "unconstrained" : printLimits(to)}${printCarriers(words)}`,
};
