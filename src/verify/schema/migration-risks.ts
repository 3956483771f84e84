import type { CreatedTable } from "./created.js";
import { type Columns, columnsOf } from "./table-columns.js";

/**
 * What a person has to accept. `destructive`: rows or values are lost. `data-dependent`: fails or not by what the
 * tables hold. `backward-incompatible`: code of the version before fails on it. `locking`: holds a table while it runs.
 */
export type RiskCode = "destructive" | "data-dependent" | "backward-incompatible" | "locking";

export interface Risk {
  readonly code: RiskCode;
  readonly statement: string;
  readonly reason: string;
}

/** Base tables, for what a rebuilt table leaves behind: the statements themselves name only what is kept. */
export function risksOf(
  statements: readonly string[],
  tables: ReadonlyMap<string, CreatedTable>,
): readonly Risk[] {
  const redefined = new Set(
    statements.flatMap((statement) => /^CREATE TABLE "new_(.+?)"/.exec(statement)?.[1] ?? []),
  );
  return statements.flatMap((statement) => {
    const created = /^CREATE TABLE "new_(.+?)"/.exec(statement)?.[1];
    if (created !== undefined) return rebuilt(statement, created, tables.get(created)?.columns);
    const dropped = /^DROP TABLE (?:"\w+"\.)?"(.+?)"/.exec(statement)?.[1];
    if (dropped !== undefined && redefined.has(dropped)) return [];
    return [...STATEMENTS, ...CLAUSES].flatMap((rule) =>
      [...statement.matchAll(rule.pattern)].map((match) => ({
        code: rule.code,
        statement,
        reason: rule.reason(match[1] ?? "", tableOf(statement)),
      })),
    );
  });
}

interface Rule {
  readonly pattern: RegExp;
  readonly code: RiskCode;
  readonly reason: (name: string, table: string) => string;
}

const STATEMENTS: readonly Rule[] = [
  {
    pattern: /^DROP TABLE (?:"\w+"\.)?"(.+?)"/g,
    code: "destructive",
    reason: (name) => `every row of "${name}" is lost`,
  },
  {
    pattern: /^CREATE UNIQUE INDEX "(.+?)"/g,
    code: "data-dependent",
    reason: (name) => `"${name}" cannot be made where two rows hold equal values`,
  },
  {
    pattern: /^CREATE INDEX "(.+?)"/g,
    code: "locking",
    reason: (name, table) => `"${table}" takes no writes while "${name}" is made`,
  },
  {
    pattern: /^CREATE TYPE "(.+?)_new" AS ENUM/g,
    code: "data-dependent",
    reason: (name) => `fails where a row holds a value that "${name}" loses`,
  },
  {
    pattern: /^ALTER TABLE (?!"new_).+ RENAME (?:COLUMN .+ )?TO "(.+?)"/g,
    code: "backward-incompatible",
    reason: (name) => `code of the version before does not know "${name}"`,
  },
];

const CLAUSES: readonly Rule[] = [
  {
    pattern: /\bDROP COLUMN\s+"(.+?)"/g,
    code: "destructive",
    reason: (name, table) => `the values of "${table}"."${name}" are lost`,
  },
  {
    pattern: /\bADD COLUMN\s+"([^"]+)" [^,]*?NOT NULL(?![^,]*DEFAULT)/g,
    code: "data-dependent",
    reason: (name, table) => `fails where "${table}" has rows: "${name}" is required and has no default`,
  },
  {
    pattern: /\bALTER COLUMN\s+"([^"]+)" SET NOT NULL/g,
    code: "data-dependent",
    reason: (name, table) => `fails where a row of "${table}" has no "${name}"`,
  },
  {
    pattern: /\bALTER COLUMN\s+"([^"]+)" (?:SET DATA )?TYPE (?!"\w+_new")/g,
    code: "data-dependent",
    reason: (name, table) => `fails where a value of "${table}"."${name}" does not fit the new type`,
  },
  {
    pattern: /\bADD CONSTRAINT "(.+?)" FOREIGN KEY/g,
    code: "data-dependent",
    reason: (name, table) => `fails where a row of "${table}" points at nothing ("${name}")`,
  },
];

function tableOf(statement: string): string {
  return /(?:ALTER TABLE|\bON) (?:"\w+"\.)?"(.+?)"/.exec(statement)?.[1] ?? "";
}

/** SQLite changes a table by copying it into a new one; what the copy leaves out is lost. */
function rebuilt(statement: string, table: string, before: Columns | undefined): readonly Risk[] {
  const after = columnsOf(statement);
  const risk = (code: RiskCode, reason: string): Risk => ({ code, statement, reason });
  const risks = [risk("locking", `"${table}" is copied whole and takes no writes meanwhile`)];
  for (const [name, column] of before ?? []) {
    const now = after.get(name);
    if (now === undefined) risks.push(risk("destructive", `the values of "${table}"."${name}" are lost`));
    else if (now.required && !column.required)
      risks.push(risk("data-dependent", `fails where a row of "${table}" has no "${name}"`));
    else if (now.type !== column.type)
      risks.push(risk("data-dependent", `a value of "${table}"."${name}" may not fit the new type`));
  }
  for (const [name, column] of after)
    if (before !== undefined && !before.has(name) && column.required && column.default === null)
      risks.push(
        risk("data-dependent", `fails where "${table}" has rows: "${name}" is required and has no default`),
      );
  return risks;
}
