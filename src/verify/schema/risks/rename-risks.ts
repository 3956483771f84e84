import type { Risk } from "./risk.js";

/** Of the statements that rename, and of nothing else. Names of indexes and keys are of no interest to any code. */
export function renameRisks(statements: readonly string[]): readonly Risk[] {
  return statements.flatMap((statement): readonly Risk[] => {
    const index = /^CREATE (?:UNIQUE )?INDEX "(.+?)" ON "(.+?)"/.exec(statement);
    if (index !== null) {
      const [, name = "", table = ""] = index;
      return [{ code: "locking", statement, reason: locked(table, name), rows: null }];
    }
    const name = NAMES.map((pattern) => pattern.exec(statement)?.[1]).find((each) => each !== undefined);
    if (name === undefined) return [];
    const reason = `code of the version before does not know "${name}"`;
    return [{ code: "backward-incompatible", statement, reason, rows: null }];
  });
}

/** Whatever the new name is of: a table, a column, a type, its value, or the values in the rows. */
const NAMES: readonly RegExp[] = [
  /^ALTER TABLE .+ RENAME (?:COLUMN .+ )?TO "(.+?)"$/,
  /^ALTER TYPE .+ RENAME TO "(.+?)"$/,
  /^ALTER TYPE .+ RENAME VALUE .+ TO '(.+)'$/,
  /^UPDATE ".+?" SET (?:".+?") = CASE .+ THEN '(.+?)'.* END /,
];

export function locked(table: string, index: string): string {
  return `"${table}" takes no writes while "${index}" is made`;
}
