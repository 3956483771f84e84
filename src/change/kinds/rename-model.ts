import typia from "typia";
import type { Form } from "../form.js";

/** Gives a model another name, with the relations and keys that are named after it; its rows stay, and so do DTOs and paths. */
export interface RenameModel {
  readonly kind: "rename-model";
  readonly name: string;
  readonly to: string;
}

export const isRenameModel = typia.createIs<RenameModel>();

export const renameModel: Form<RenameModel> = {
  verb: "rename",
  on: "model",
  slots: [
    { ask: "model", lead: "model " },
    { ask: "name", lead: " to " },
  ],
  usage: "rename model <model> to <name>",
  example: "rename model bbs_articles to bbs_posts",
  parse: (rest) => {
    const [, name, to] = /^model ([\w ]+) to (\w+)$/i.exec(rest) ?? [];
    return name === undefined || to === undefined ? null : { kind: "rename-model", name, to };
  },
  print: ({ name, to }) => `rename model ${name} to ${to}`,
};
