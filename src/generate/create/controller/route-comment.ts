import type { ts } from "ts-morph";
import { leadingText } from "../../../source/node-span.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import { readRoutes } from "../../../spec/interface/read-routes.js";
import { capital, partsOf } from "../conventions/spelling.js";
import type { Creation } from "../create-context.js";
import type { Known } from "../known.js";
import { most } from "../../../util/most.js";
import type { NewOperation } from "../new-model.js";
import { describe } from "../operation/print-operation.js";

/** The lines of a route's comment, which the SDK repeats: what it does, what it takes, who may, and fixed tags. */
export function routeComment(creation: Creation, operation: NewOperation): readonly string[] {
  const parameters = operation.parameters.map((name) => {
    const words = partsOf(name.replace(/Id$/, "")).join(" ");
    return `@param ${name} ${capital(words)}'s id`;
  });
  const body = operation.kind === "list" ? "Conditions and pagination" : "Content of the request";
  return [
    ...describe(creation, operation),
    "",
    "@param connection",
    ...parameters,
    ...(operation.body === null ? [] : [`@param body ${body}`]),
    ...fixedTags(creation.known).flatMap((tag) => {
      if (!tag.startsWith("@x-autobe-authorization-actor")) return [tag];
      return operation.actor === null ? [] : [`@x-autobe-authorization-actor ${operation.actor}`];
    }),
  ];
}

/** Tags that the comments of most routes end with; the one of the actor stands for whoever it is. */
function fixedTags({ backend, api }: Known): readonly string[] {
  const paths = new Set([...api.operations.values()].map(({ controller }) => controller.path));
  const endings = [...paths].flatMap((path) => {
    const file = backend.files.get(path);
    return file === undefined
      ? []
      : readRoutes(parseTypescript(file)).flatMap(({ node, actor }) =>
          actor === null ? [] : [tagsOf(node)],
        );
  });
  return (most(endings) ?? "").split("\n").filter((tag) => tag !== "");
}

function tagsOf(node: ts.MethodDeclaration): string {
  const tags = [...leadingText(node).matchAll(/^\s*\*\s*(@[^\n\r]*?)\s*$/gm)].map(([, tag]) => tag ?? "");
  return tags
    .filter((tag) => !/^@(param|accessor|path|returns?)\b/.test(tag))
    .map((tag) => tag.replace(/^(@x-autobe-authorization-actor).*/, "$1"))
    .join("\n");
}
