/** A place that a change reaches and no rule can follow. */
export interface Unclear {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly why: string;
}
