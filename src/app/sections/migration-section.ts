import type { Migration } from "../../run/outcome.js";
import { needsConsent } from "../consent.js";
import { block, code, details, plain, table } from "../markdown.js";
import type { Acceptance } from "../proposal-facts.js";

const BUDGET = 10_000;

/** SQL with what it may lose; the bot writes it and never applies it. */
export function migrationSection(migration: Migration | null, accepted: readonly Acceptance[]): string {
  const stays = "The database schema stays as it is.";
  if (migration === null) return stays;
  if (migration.sql.trim() === "") {
    if (migration.risks.length === 0) return stays;
    const told = `${stays} Its rows may not be what the backend expects from now on.`;
    return [told, riskTable(migration, accepted), ...rowQueries(migration)].join("\n\n");
  }
  const parts = [`For ${migration.dialect}; written by Prisma's schema engine, never applied by the bot.`];
  if (migration.place !== undefined) parts.push(plain(migration.place));
  const sql = cut(migration.sql);
  const long = sql.split("\n").length > 40;
  parts.push(long ? details("SQL", block("sql", sql)) : block("sql", sql));
  parts.push(riskTable(migration, accepted), ...rowQueries(migration));
  return parts.join("\n\n");
}

/** For whoever applies it: what the database holds now of what the risks are about. */
function rowQueries({ risks }: Migration): readonly string[] {
  const queries = risks.flatMap(({ code, reason, rows }) =>
    rows == null ? [] : [`-- ${code}: ${reason.replace(/\s+/g, " ")}\n${rows};`],
  );
  if (queries.length === 0) return [];
  return [details("Queries that count the rows at stake", block("sql", cut(queries.join("\n"))))];
}

export function riskTable(migration: Pick<Migration, "risks">, accepted: readonly Acceptance[]): string {
  if (migration.risks.length === 0) return "It can lose no data.";
  const rows = migration.risks.map((risk) => [
    code(risk.code),
    risk.statement === "" ? "" : code(shorten(risk.statement)),
    plain(risk.reason),
    consentTo(risk, accepted),
  ]);
  return table(["Risk", "Statement", "Why", "Consent"], rows, 8_000);
}

function cut(sql: string): string {
  return sql.length > BUDGET ? `${sql.slice(0, BUDGET)}\n-- cut here` : sql;
}

function consentTo(risk: Migration["risks"][number], accepted: readonly Acceptance[]): string {
  if (!needsConsent(risk)) return "not needed";
  return accepted.some((each) => each.code === risk.code) ? "accepted" : code(`/autobe accept ${risk.code}`);
}

function shorten(statement: string): string {
  const line = statement.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
