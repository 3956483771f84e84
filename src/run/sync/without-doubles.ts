import { classify } from "../../source/layout.js";
import { applySplices } from "../../source/edit.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { blobSha } from "../../source/blob-sha.js";
import { readDtos } from "../../spec/interface/read-dtos.js";

/** The plan's text of a DTO file without the properties that the person has written already, wherever they put them. */
export function withoutDoubles(path: string, base: string, theirs: string, planned: string): string {
  if (classify(path) !== "dto") return planned;
  const [before, written] = [propertiesOf(path, base), propertiesOf(path, theirs)];
  const doubles = [...propertiesOf(path, planned)].filter(([name]) => written.has(name) && !before.has(name));
  return applySplices(
    planned,
    doubles.map(([, { start, end }]) => ({
      start: lineStart(planned, start),
      end: behindLine(planned, end),
      text: "",
    })),
  );
}

function propertiesOf(
  path: string,
  text: string,
): Map<string, { readonly start: number; readonly end: number }> {
  const dtos = readDtos(parseTypescript({ path, sha: blobSha(text), text }));
  return new Map(
    dtos.flatMap((dto) => dto.properties.map((each) => [`${dto.name}.${each.name}`, each.span] as const)),
  );
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function behindLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}
