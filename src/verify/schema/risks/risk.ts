/**
 * What a person has to accept. `destructive`: rows or values are lost, and code of the version before fails on it.
 * `data-dependent`: fails or not by what the tables hold. `backward-incompatible`: code of the version before fails on
 * it. `locking`: holds a table while it runs.
 */
export type RiskCode = "destructive" | "data-dependent" | "backward-incompatible" | "locking";

export interface Risk {
  readonly code: RiskCode;
  /** Empty where no statement is at fault, but what rows hold. */
  readonly statement: string;
  readonly reason: string;
  /**
   * A query that counts the rows at stake, for the database as it is before the migration; the migration runs through
   * where those of data-dependent risks count 0. Null where nothing can be counted.
   */
  readonly rows: string | null;
}
