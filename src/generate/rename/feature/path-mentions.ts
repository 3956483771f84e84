import type { Backend } from "../../../source/backend.js";
import { classify } from "../../../source/layout.js";
import type { Notice } from "../../notice.js";
import type { MovedRoute } from "./feature-names.js";

/** Strings elsewhere that name a path which is no more: no type leads to them, so a person has to look. */
export function pathMentions(backend: Backend, routes: readonly MovedRoute[]): readonly Notice[] {
  const heads = [...new Set(routes.flatMap(headOf))];
  return [...backend.files.values()].flatMap(({ path, text }): readonly Notice[] => {
    if (text === null || !/\.[cm]?tsx?$/.test(path) || ["controller", "sdk"].includes(classify(path)))
      return [];
    return text.split("\n").flatMap((line, index): readonly Notice[] => {
      const head = heads.find((each) => mentions(line, each));
      if (head === undefined) return [];
      return [{ kind: "prose", path, line: index + 1, text: `It names the path ${head}, which has moved.` }];
    });
  });
}

/** The path up to the first name of it that changed. */
function headOf({ segments }: MovedRoute): readonly string[] {
  const index = segments.findIndex(([from, to]) => from !== to && !from.startsWith("{"));
  const above = segments.slice(0, index + 1).map(([from]) => from);
  return index === -1 || above.some((each) => each.startsWith("{")) ? [] : [`/${above.join("/")}`];
}

function mentions(line: string, head: string): boolean {
  const at = line.indexOf(head);
  return at > 0 && /["'`\w}]/.test(line.charAt(at - 1)) && /^["'`/?]/.test(line.slice(at + head.length));
}
