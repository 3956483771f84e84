import { indexOf } from "../created.js";
import { part } from "./column-risks.js";
import { enumRisks } from "./enum-risks.js";
import { indexRisks } from "./index-risks.js";
import { alterRisks } from "./postgres-risks.js";
import { rebuildRisks } from "./rebuild-risks.js";
import type { Risk } from "./risk.js";
import type { RiskContext } from "./risk-context.js";

/** What is at stake in the statements behind the renames, in their order. */
export function risksOf(statements: readonly string[], context: RiskContext): readonly Risk[] {
  const rebuilt = new Set(
    statements.flatMap((statement) => /^CREATE TABLE "new_(.+?)"/.exec(statement)?.[1] ?? []),
  );
  return statements.flatMap((statement) => {
    const parts = partsOf(statement, rebuilt, context);
    return parts
      .filter(({ reason }, index) => parts.findIndex((each) => each.reason === reason) === index)
      .map(({ code, reason, rows }) => ({ code, statement, reason, rows }));
  });
}

function partsOf(
  statement: string,
  rebuilt: ReadonlySet<string>,
  context: RiskContext,
): readonly Omit<Risk, "statement">[] {
  const { counts } = context;
  const [, verb = "", name = ""] = STATEMENT.exec(statement) ?? [];
  if (verb === "CREATE TABLE")
    return name.startsWith("new_") && rebuilt.has(name.slice(4)) ? rebuildRisks(name.slice(4), context) : [];
  if (verb === "DROP TABLE" && !rebuilt.has(name))
    return [part("destructive", `every row of "${name}" is lost`, counts.all(name))];
  if (verb === "CREATE TYPE" && name.endsWith("_new")) return enumRisks(name.slice(0, -4), context);
  if (verb === "UPDATE")
    return [part("locking", `rows of "${name}" are written and held until the end`, counts.all(name))];
  if (verb === "ALTER TABLE") return alterRisks(statement, context);
  return indexOf(statement).flatMap((index) => indexRisks(index, rebuilt.has(index.table), context));
}

const STATEMENT = /^(CREATE TABLE|DROP TABLE|CREATE TYPE|UPDATE|ALTER TABLE) (?:"\w+"\.)?"(.+?)"/;
