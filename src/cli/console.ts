/** Where the command line prints to; tests bring their own. */
export interface Console {
  /** Results: what somebody may want to pipe on. */
  readonly out: (text: string) => void;
  /** Progress, hints and errors. */
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal whose last line can be rewritten. */
  readonly interactive: boolean;
  readonly columns: () => number;
}

export function processConsole(): Console {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY,
    columns: () => process.stderr.columns || 80,
  };
}
