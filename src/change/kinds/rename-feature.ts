import typia, { type tags } from "typia";
import type { Form } from "../form.js";

/** Gives a feature another name everywhere: tables, DTOs, paths, functions, SDK, tests. Rows stay. */
export interface RenameFeature {
  readonly kind: "rename-feature";
  /** The person's word; resolving it is the planner's work. */
  readonly target: string & tags.MinLength<1>;
  readonly to: string & tags.MinLength<1>;
  /** Old paths say where the new ones are. */
  readonly keepsPaths?: true;
}

const FORM = /^(?!field )([\w -]+) to ([\w -]+?)( keeping (?:the )?old paths?)?$/i;

export const isRenameFeature = typia.createIs<RenameFeature>();

export const renameFeature: Form<RenameFeature> = {
  verb: "rename",
  on: "feature",
  slots: [
    { ask: "feature", lead: "" },
    { ask: "name", lead: " to " },
    { ask: "kept", lead: " ", optional: true },
  ],
  usage: "rename <feature> to <name> [keeping old paths]",
  example: "rename articles to posts",
  parse: (rest) => {
    const [, target, to, kept] = FORM.exec(rest) ?? [];
    return target === undefined || to === undefined
      ? null
      : { kind: "rename-feature", target, to, ...(kept !== undefined && { keepsPaths: true as const }) };
  },
  print: ({ target, to, keepsPaths }) =>
    `rename ${target} to ${to}${keepsPaths === true ? " keeping old paths" : ""}`,
};
