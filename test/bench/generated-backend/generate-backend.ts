import { format } from "prettier";

import { copiedFiles } from "./copied-files.js";
import type { Family } from "./family.js";
import { familyOperations } from "./family-operations.js";
import { byController, providerName } from "./operation.js";
import { printFamilyCollectors, printLabelCollector } from "./print-collector.js";
import { printController, printModule } from "./print-controller.js";
import { printFamilyDtos, printSharedDtos } from "./print-dto.js";
import { printProvider } from "./print-provider.js";
import { printRequirements } from "./print-requirements.js";
import { printFamilySchema, printSharedSchema } from "./print-schema.js";
import { printSdk } from "./print-sdk.js";
import { printFamilyTests } from "./print-tests.js";
import { printFamilyTransformers, printLabelTransformers } from "./print-transformer.js";
import { sharedOperations } from "./shared-operations.js";

/** A backend of the modular layout with these families: path to text. */
export async function generateBackend(families: readonly Family[]): Promise<Map<string, string>> {
  const files = printBackend(families);
  for (const [path, text] of files) if (path.endsWith(".ts")) files.set(path, await formatted(text));
  return files;
}

/** How many TypeScript files these families make. */
export function countTypeScript(families: readonly Family[]): number {
  return [...printBackend(families).keys()].filter((path) => path.endsWith(".ts")).length;
}

/** The same before it is formatted, which is all that reading and counting need. */
export function printBackend(families: readonly Family[]): Map<string, string> {
  const operations = [...sharedOperations(families), ...families.flatMap(familyOperations)];
  const groups = byController(operations);
  return new Map<string, string>([
    ...copiedFiles(),
    ["prisma/schema/schema-01-shared.prisma", printSharedSchema(families)],
    ...families.map(
      (family, index) => [schemaPath(family, index), printFamilySchema(family, families)] as const,
    ),
    ["src/MyModule.ts", printModule(groups)],
    ...inFolder("src/api/structures", printSharedDtos(families), ...families.map(printFamilyDtos)),
    ...inFolder("src/collectors", printLabelCollector(), ...families.map(printFamilyCollectors)),
    ...inFolder("src/transformers", printLabelTransformers(), ...families.map(printFamilyTransformers)),
    ...operations.map((one) => [`src/providers/${providerName(one)}.ts`, printProvider(one)] as const),
    ...groups.map(printController),
    ...printSdk(groups),
    ...families.flatMap((family) => [...printFamilyTests(family)]),
    ...printRequirements(families),
  ]);
}

function schemaPath(family: Family, index: number): string {
  return `prisma/schema/schema-${String(index + 2).padStart(2, "0")}-${family.noun}s.prisma`;
}

function* inFolder(
  folder: string,
  ...groups: readonly Map<string, string>[]
): Generator<readonly [string, string]> {
  for (const group of groups) for (const [name, text] of group) yield [`${folder}/${name}.ts`, text] as const;
}

/** The printers do not care for line breaks: the formatter of the fixtures does. */
function formatted(text: string): Promise<string> {
  return format(text, {
    parser: "typescript",
    printWidth: 80,
    semi: true,
    tabWidth: 2,
    trailingComma: "all",
  });
}
