import { isPrismaWord } from "../facts/prisma-words.js";
import type { FileFacts } from "../facts/file-facts.js";
import type { ImportSources, LinkContext } from "./link-uses.js";
import { resolveDto } from "../../spec/interface/resolve-dto.js";

type Names = Map<string, number>;

const NO_RENAMES: ReadonlyMap<string, string> = new Map();

/** Splits a file's member names into those of known models and DTOs and those whose owner stays unknown. */
export function linkOwners(
  facts: FileFacts,
  sources: ImportSources,
  context: LinkContext,
): { readonly names: Names; readonly owned: ReadonlyMap<string, Names> } {
  const names: Names = new Map();
  const owned = new Map<string, Names>();
  addAll(names, facts.names, facts.hows);
  for (const { owner, names: found, hows } of facts.owned) {
    const id = resolveOwner(owner, sources, context);
    // What hangs on a plain column or property is an operator or a method, and no member of anything.
    if (id === "none") continue;
    let into: Names | undefined = names;
    if (id !== null) {
      into = owned.get(id);
      if (into === undefined) owned.set(id, (into = new Map()));
    }
    addAll(into, found, hows);
  }
  return { names, owned };
}

function addAll(into: Names, names: readonly string[], hows: readonly number[]): void {
  for (let at = 0; at < names.length; at++) {
    const name = names[at] as string;
    into.set(name, (into.get(name) ?? 0) | (hows[at] as number));
  }
}

/** Id of the model or DTO that a written owner is, "none" of what has no members, null if it cannot be told. */
function resolveOwner(owner: string, sources: ImportSources, context: LinkContext): string | null {
  if (!owner.startsWith("dto:")) return remembered(owner, context);
  const end = owner.indexOf("/");
  const [local = "", ...rest] = owner.slice("dto:".length, end === -1 ? undefined : end).split(".");
  const source = sources.get(local);
  if (source === undefined) return null;
  const name = source.name === "*" ? rest.join(".") : [source.name, ...rest].join(".");
  return remembered(`dto:${name}${end === -1 ? "" : owner.slice(end)}`, context);
}

/** By now a name means the same in every file, and most files have the same few owners. */
function remembered(owner: string, context: LinkContext): string | null {
  let id = context.owners.get(owner);
  if (id === undefined) context.owners.set(owner, (id = walk(owner, context)));
  return id;
}

function walk(owner: string, context: LinkContext): string | null {
  const colon = owner.indexOf(":");
  const [head = "", ...steps] = owner.slice(colon + 1).split("/");
  switch (owner.slice(0, colon)) {
    case "prisma":
      return walkModel(context.models.ofDelegate(head), steps, context);
    case "type":
      return walkModel(context.models.ofType(head), steps, context);
    case "dto":
      return walkDto(resolveDto(head, context.dtos, NO_RENAMES), steps, context);
    case "body":
      return walkDto(context.sdk.get(head)?.body ?? null, steps, context);
    case "answer":
      return walkDto(context.sdk.get(head)?.answer ?? null, steps, context);
    default:
      return null;
  }
}

function walkModel(start: string | null, steps: readonly string[], context: LinkContext): string | null {
  let model = start;
  for (const step of steps) {
    if (model === null || isPrismaWord(step)) continue;
    const field = context.models.field(model, step);
    if (field === undefined) return null;
    if (field.relation === null) return "none";
    model = field.type;
  }
  return model === null ? null : `model:${model}`;
}

function walkDto(start: string | null, steps: readonly string[], context: LinkContext): string | null {
  let dto = start;
  for (const step of steps) {
    const entry = dto === null ? undefined : context.dtos.get(dto);
    const index = entry?.properties.indexOf(step) ?? -1;
    const link = index === -1 ? "?" : (entry?.links[index] ?? "?");
    if (link === "?") return null;
    if (link === "") return "none";
    dto = link;
  }
  return dto === null ? null : `dto:${dto}`;
}
