import { classify } from "../../source/layout.js";
import type { FileFacts } from "../facts/file-facts.js";
import type { FileNode } from "../graph.js";
import { linkOwners } from "./link-owners.js";
import { type ImportSource, type LinkContext, linkUses } from "./link-uses.js";

/** Turns one file's facts into what they mean in this backend. */
export function linkFile(path: string, facts: FileFacts, context: LinkContext): FileNode {
  const imports = new Set<string>();
  const prisma: string[] = [];
  const sources = new Map<string, ImportSource>();
  for (const { specifier, names } of facts.imports) {
    const target = context.resolve(path, specifier);
    if (target === null && /@prisma\/|prisma\/client/.test(specifier))
      for (const [name] of names) prisma.push(name);
    if (target === null) continue;
    if (target !== path) imports.add(target);
    for (const [name, local] of names) sources.set(local, { path: target, name });
  }
  const { names, owned } = linkOwners(facts, sources, context);
  const { dtos, symbols } = linkUses(facts.uses, sources, context);
  const inputs = linkUses(facts.taken, sources, context);
  const taken = new Set([...[...inputs.dtos].map((name) => `dto:${name}`), ...inputs.symbols]);
  const sdk = new Set<string>();
  for (const call of facts.sdkCalls) addSdk(call, sdk, context);
  const models = context.models.link(facts, names, owned, prisma);
  return { path, kind: classify(path), facts, names, owned, imports, models, dtos, taken, symbols, sdk };
}

/** The longest known part: behind a function's name may stand its METADATA, Props, … */
function addSdk(call: string, found: Set<string>, context: LinkContext): void {
  for (let name = call; name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf("."))))
    if (context.sdk.has(name)) return void found.add(name);
}
