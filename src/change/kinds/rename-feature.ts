import typia, { type tags } from "typia";
import type { Form } from "../form.js";

/** Gives a feature another name everywhere: tables, DTOs, paths, functions, SDK, tests. Rows stay. */
export interface RenameFeature {
  readonly kind: "rename-feature";
  /** The person's word; resolving it is the planner's work. */
  readonly target: string & tags.MinLength<1>;
  readonly to: string & tags.MinLength<1>;
}

export const isRenameFeature = typia.createIs<RenameFeature>();

export const renameFeature: Form<RenameFeature> = {
  verb: "rename",
  on: "feature",
  slots: [
    { ask: "feature", lead: "" },
    { ask: "name", lead: " to " },
  ],
  usage: "rename <feature> to <name>",
  example: "rename articles to posts",
  parse: (rest) => {
    const [, target, to] = /^(?!field )([\w -]+) to ([\w -]+)$/i.exec(rest) ?? [];
    return target === undefined || to === undefined ? null : { kind: "rename-feature", target, to };
  },
  print: ({ target, to }) => `rename ${target} to ${to}`,
};
