import type { Conversion, Conversions } from "./conversions.js";
import { splitClauses } from "./split-clauses.js";
import { storedType } from "./type-family.js";

/**
 * An ALTER TABLE in three steps, where rows need values: columns are added without the constraint and types changed,
 * rows are filled, constraints are set and columns dropped. Null where the engine's own statement does.
 */
export function fillPostgres(statement: string, conversions: Conversions): readonly string[] | null {
  const [, head = "", table = "", list = ""] =
    /^(ALTER TABLE (?:"\w+"\.)?"(.+?)") (.*)$/s.exec(statement) ?? [];
  const columns = conversions.get(table);
  if (columns === undefined || /^(RENAME|ADD CONSTRAINT|DROP CONSTRAINT "[^"]+"$)/.test(list)) return null;
  const clauses = splitClauses(list);
  const dropped = new Set(clauses.flatMap((clause) => nameIn(clause, /^DROP COLUMN "(.+?)"$/)));
  const steps: Steps = { first: [], fills: [], last: [] };
  let own = false;
  for (const clause of clauses) {
    const [name = ""] = nameIn(clause, /^(?:ADD|ALTER|DROP) COLUMN\s+"(.+?)"/);
    const conversion = columns.get(name);
    const again = dropped.has(name) && conversion?.cast != null;
    const taken = conversion !== undefined && (again ? recast : fill)(clause, name, conversion, steps);
    if (taken) own = true;
    else steps.last.push(clause);
  }
  if (!own) return null;
  const alter = (all: readonly string[]): readonly string[] =>
    all.length === 0 ? [] : [`${head} ${all.join(",\n")}`];
  const update = head.replace("ALTER TABLE ", "UPDATE ");
  return [
    ...alter(steps.first),
    ...steps.fills.map((assignment) => `${update} SET ${assignment}`),
    ...alter(steps.last),
  ];
}

interface Steps {
  readonly first: string[];
  /** What follows SET, each in a statement of its own. */
  readonly fills: string[];
  readonly last: string[];
}

function nameIn(clause: string, pattern: RegExp): readonly string[] {
  const name = pattern.exec(clause)?.[1];
  return name === undefined ? [] : [name];
}

/** Takes a clause that a backfill or a cast is about; false leaves it as it is. */
function fill(clause: string, name: string, conversion: Conversion, steps: Steps): boolean {
  const { after, cast } = conversion;
  if (clause.startsWith("ADD COLUMN") && conversion.fill !== null) {
    const strict = after.required && after.default === null;
    steps.first.push(strict ? clause.replace(/ NOT NULL$/, "") : clause);
    steps.fills.push(`"${name}" = ${conversion.fill.sql}`);
    if (strict) steps.last.push(`ALTER COLUMN "${name}" SET NOT NULL`);
    return true;
  }
  if (clause.endsWith(" SET NOT NULL") && conversion.fill !== null) {
    steps.fills.push(`"${name}" = ${conversion.fill.sql} WHERE "${name}" IS NULL`);
    steps.last.push(clause);
    return true;
  }
  if (!clause.includes(" SET DATA TYPE ") || cast === null) return false;
  steps.first.push(...retyped(name, conversion));
  return true;
}

/** The engine drops the column and adds another one; its values stay where there is a cast. */
function recast(clause: string, name: string, conversion: Conversion, steps: Steps): boolean {
  if (clause.startsWith("DROP COLUMN")) return true;
  const { before, after } = conversion;
  steps.first.push(...retyped(name, conversion));
  const required = `ALTER COLUMN "${name}" SET NOT NULL`;
  if (before?.required === true && !after.required) steps.last.push(`ALTER COLUMN "${name}" DROP NOT NULL`);
  if (before?.required !== true && after.required && !fill(required, name, conversion, steps))
    steps.last.push(required);
  return true;
}

/** A default of the old type stands in the way of the new one. */
function retyped(name: string, { before, after, cast }: Conversion): readonly string[] {
  const column = `ALTER COLUMN "${name}"`;
  return [
    ...(before?.default == null ? [] : [`${column} DROP DEFAULT`]),
    `${column} SET DATA TYPE ${storedType(after.type)} USING ${cast?.sql ?? ""}`,
    ...(after.default === null ? [] : [`${column} SET DEFAULT ${after.default}`]),
  ];
}
