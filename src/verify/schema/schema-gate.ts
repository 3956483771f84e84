import { difference } from "../difference.js";
import type { Finding, Trees } from "../gate.js";
import { schemaProblems } from "./schema-problems.js";
import { schemaTexts } from "./schema-texts.js";

/** Prisma's own validator on both schemas, in process. */
export async function schemaGate({ base, head }: Trees): Promise<Finding> {
  const [before, after] = [schemaTexts(base), schemaTexts(head)];
  if (after.files.length === 0 && before.files.length === 0)
    return { summary: "The backend has no Prisma schema.", diagnostics: [], skipped: true };
  if (after.dialect === null)
    return {
      summary: `The schema engine cannot read a schema for "${after.provider ?? "no datasource"}".`,
      diagnostics: [],
      skipped: true,
    };
  const compared = { gate: "schema" as const, base, head };
  const diagnostics = difference(compared, await schemaProblems(before), await schemaProblems(after));
  return { summary: `Prisma's validator read ${after.files.length} schema files.`, diagnostics };
}
