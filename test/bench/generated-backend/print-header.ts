/**
 * Imports of our own artefacts that the text names, by folder. `prefix` leads
 * to `src`, and `structures` is the place of the DTOs seen from the file.
 */
export function printImports(text: string, prefix: string, structures: string): string {
  const dtos = named(text, /\bI(?:Page|PageI)?Hub\w+|\bIEntity\b/g);
  const lines = dtos.map((name) => `import { ${name} } from "${structures}/${name}";`);
  lines.push("", `import { MyGlobal } from "${prefix}MyGlobal";`);
  for (const [folder, pattern] of FOLDERS)
    for (const name of named(text, pattern))
      lines.push(`import { ${name} } from "${prefix}${folder}/${name}";`);
  return lines.join("\n");
}

/** Names in the text that match, sorted, each once. */
export function named(text: string, pattern: RegExp): string[] {
  return [...new Set(text.match(pattern) ?? [])].sort();
}

const FOLDERS: readonly (readonly [string, RegExp])[] = [
  ["collectors", /\bHub\w+Collector\b/g],
  ["decorators", /\b(?:Member|Admin)Auth\b/g],
  ["decorators/payload", /\b(?:Member|Admin)Payload\b/g],
  ["transformers", /\bHub\w+Transformer\b/g],
];

export const SDK_STRUCTURES = "@ORGANIZATION/PROJECT-api/lib/structures";

/** The start of every generated file of `src`: one large header, mostly unused. */
export const LIBRARIES = `import { ArrayUtil } from "@nestia/e2e";
import { HttpException } from "@nestjs/common";
import { Prisma } from "@prisma/sdk";
import typia, { tags } from "typia";
import { v4 } from "uuid";
`;

export const UTILITIES = `import { PasswordUtil } from "../utils/PasswordUtil";
import { toISOStringSafe } from "../utils/toISOStringSafe";
`;
