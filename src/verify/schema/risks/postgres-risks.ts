import { splitClauses } from "../split-clauses.js";
import { droppedColumn, part, requiredColumn, retypedColumn } from "./column-risks.js";
import type { Risk } from "./risk.js";
import type { RiskContext } from "./risk-context.js";

type Part = Omit<Risk, "statement">;

/** Of an ALTER TABLE, clause by clause. Whatever is about a table that is new is about no rows. */
export function alterRisks(statement: string, context: RiskContext): readonly Part[] {
  const [, table = "", list = ""] = /^ALTER TABLE (?:"\w+"\.)?"(.+?)" (.*)$/s.exec(statement) ?? [];
  if (!context.between.tables.has(table)) return [];
  return splitClauses(list).flatMap((clause) => clauseRisks(clause, table, context));
}

function clauseRisks(clause: string, table: string, context: RiskContext): readonly Part[] {
  const { counts, conversions, after, between } = context;
  const name = /^(?:ADD|ALTER|DROP) COLUMN\s+"(.+?)"/.exec(clause)?.[1] ?? "";
  const conversion = conversions.get(table)?.get(name);
  if (clause.startsWith("DROP COLUMN")) return [droppedColumn(table, name, context)];
  if (conversion !== undefined) {
    if (/^ADD COLUMN .* NOT NULL(?! DEFAULT)/.test(clause))
      return requiredColumn(table, name, conversion, context);
    if (clause.endsWith(" SET NOT NULL"))
      return [
        ...requiredColumn(table, name, conversion, context),
        part("locking", `"${table}" is read whole and takes no writes meanwhile`, counts.all(table)),
      ];
    if (clause.includes(" SET DATA TYPE "))
      return [
        ...retypedColumn(table, name, conversion, context),
        part("locking", `"${table}" may be written anew and takes no reads meanwhile`, counts.all(table)),
      ];
  }
  const added = /^ADD CONSTRAINT "(.+?)" (PRIMARY|FOREIGN) KEY \((.+?)\)/.exec(clause);
  if (added === null) return [];
  const [, constraint = "", kind = "", columns = ""] = added;
  if (kind === "PRIMARY") {
    const over = [...columns.matchAll(/"(.+?)"/g)].map(([, column = ""]) => column);
    if (over.join() === "A,B") return [];
    const reason = `"${constraint}" cannot be made where two rows hold equal values`;
    return [part("data-dependent", reason, counts.twice(table, over))];
  }
  const key = after.keys.find((each) => each.table === table && each.name === constraint);
  const stood = between.keys.some((each) => each.table === table && sameEnds(each, key));
  const reason = `fails where a row of "${table}" points at nothing ("${constraint}")`;
  return [
    ...(key === undefined || stood ? [] : [part("data-dependent", reason, counts.orphans(key))]),
    part("locking", `"${table}" takes no writes while "${constraint}" is checked`, counts.all(table)),
  ];
}

interface Ends {
  readonly columns: readonly string[];
  readonly target: string;
  readonly references: readonly string[];
}

export function sameEnds(a: Ends, b: Ends | undefined): boolean {
  return (
    a.target === b?.target &&
    a.columns.join() === b.columns.join() &&
    a.references.join() === b.references.join()
  );
}
