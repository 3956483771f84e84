/** What stands for an actor's row where code runs on his behalf. */
export interface Maker {
  /** Has an `id`: `props.member`. */
  readonly text: string;
  /** Whether it is always there; else it may be null. */
  readonly sure: boolean;
}
