import typia from "typia";
import type { Form } from "../form.js";

/** Takes a model out by its exact name, with everything that cannot exist without it. */
export interface RemoveModel {
  readonly kind: "remove-model";
  readonly name: string;
}

export const isRemoveModel = typia.createIs<RemoveModel>();

export const removeModel: Form<RemoveModel> = {
  verb: "remove",
  on: "model",
  slots: [{ ask: "model", lead: "model " }],
  usage: "remove model <name>",
  example: "remove model bbs_article_comments",
  parse: (rest) => {
    const [, name] = /^model (\w+)$/i.exec(rest) ?? [];
    return name === undefined ? null : { kind: "remove-model", name };
  },
  print: ({ name }) => `remove model ${name}`,
};
