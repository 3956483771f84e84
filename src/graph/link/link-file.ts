import { classify } from "../../source/layout.js";
import type { FileFacts } from "../facts/file-facts.js";
import type { FileNode } from "../graph.js";
import { type LinkContext, importSources, linkUses } from "./link-uses.js";

/** Turns one file's facts into what they mean in this backend. */
export function linkFile(path: string, facts: FileFacts, context: LinkContext): FileNode {
  const { dtos, symbols } = linkUses(facts.uses, importSources(path, facts, context), context);
  const imported = facts.imports.flatMap((each) =>
    /@prisma\/|prisma\/client/.test(each.specifier) ? each.names.map(([name]) => name) : [],
  );
  const targets = facts.imports.map(({ specifier }) => context.resolve(path, specifier));
  return {
    path,
    kind: classify(path),
    facts,
    imports: new Set(targets.filter((to) => to !== null && to !== path) as string[]),
    models: context.models.link(facts, imported),
    dtos,
    symbols,
    sdk: new Set(facts.sdkCalls.map((call) => linkSdk(call, context)).filter((name) => name !== null)),
  };
}

/** The longest known part: behind a function's name may stand its METADATA, Props, … */
function linkSdk(call: string, context: LinkContext): string | null {
  const parts = call.split(".");
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join(".");
    if (context.sdk.has(name)) return name;
  }
  return null;
}
