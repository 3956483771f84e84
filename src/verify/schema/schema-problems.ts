import type { Problem } from "../../workspace/problem.js";
import { schemaDifference } from "./schema-engine.js";
import type { SchemaTexts } from "./schema-texts.js";

/** What Prisma's own validator finds in a schema; empty where it is valid. */
export async function schemaProblems({ files, dialect }: SchemaTexts): Promise<readonly Problem[]> {
  if (dialect === null || files.length === 0) return [];
  try {
    await schemaDifference(null, files, dialect);
    return [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return readValidatorText(error.message, codeOf(error));
  }
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "prisma";
}

/** One problem per "error: …" paragraph; the place stands in its "-->" line. */
export function readValidatorText(text: string, code: string): readonly Problem[] {
  // eslint-disable-next-line no-control-regex -- the validator colours its output
  const plain = text.replace(/\u001b\[[0-9;]*m/g, "");
  const paragraphs = plain.split(/^(?=error: )/m).filter((part) => part.startsWith("error: "));
  if (paragraphs.length === 0) return [{ code, message: plain.trim(), path: null, line: null }];
  return paragraphs.map((part) => {
    const place = /^\s*-->\s+(.+):(\d+)\s*$/m.exec(part);
    const message = part.slice("error: ".length, place?.index).replace(/\s+/g, " ").trim();
    return { code, message, path: place?.[1] ?? null, line: place === null ? null : Number(place[2]) };
  });
}
