/** Where a run tells a waiting person what it is doing. Steps do not nest. */
export interface Progress {
  /** A step begins: "read", "verify". */
  readonly start: (step: string) => void;
  /** What the step is busy with: "installing typescript 5.9.3". */
  readonly say: (text: string) => void;
  /** The step ended, with what came of it in a few words. */
  readonly end: (step: string, milliseconds: number, result: string) => void;
}

export const SILENT: Progress = { start: () => {}, say: () => {}, end: () => {} };
