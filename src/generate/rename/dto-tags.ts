import type { Backend } from "../../source/backend.js";
import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import { docTag, typeTag } from "../../spec/interface/doc-tag.js";
import type { Dto, InterfaceSpec } from "../../spec/interface/interface-spec.js";
import type { NameMap } from "../../spec/renames.js";

/**
 * Tags for the DTOs of renamed models that were linked to them by their names alone: those no longer say it. One on
 * the outermost declaration serves those inside of it.
 */
export function missingTags(
  backend: Backend,
  { dtos }: InterfaceSpec,
  models: NameMap,
): ReadonlyMap<string, readonly Splice[]> {
  const found = new Map<string, Splice[]>();
  for (const dto of dtos.values()) {
    const to = models.get(dto.model ?? "");
    const text = backend.files.get(dto.path)?.text;
    if (to === undefined || dto.name.includes(".") || typeof text !== "string") continue;
    const declared = text.slice(dto.span.start, dto.span.end);
    if (docTag(declared, "schema") !== null || typeTag(declared) !== null) continue;
    found.set(dto.path, [...(found.get(dto.path) ?? []), tagSplice(text, dto, to)]);
  }
  return found;
}

/** At the end of the doc comment, or in one of its own. */
function tagSplice(text: string, { span }: Dto, model: string): Splice {
  const eol = eolOf(text);
  const tag = `@x-autobe-database-schema ${model}`;
  const declared = text.slice(span.start, span.end);
  const doc = /^\s*\/\*\*[\s\S]*?\*\//.exec(declared)?.[0];
  if (doc === undefined) {
    const start = span.start + (declared.length - declared.trimStart().length);
    return { start, end: start, text: `/** ${tag} */${eol}` };
  }
  const end = span.start + doc.length - "*/".length;
  if (doc.includes("\n")) return { start: end, end, text: `*${eol} * ${tag}${eol} ` };
  return { start: end, end, text: `${tag} ` };
}
