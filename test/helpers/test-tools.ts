import { Readable, Writable } from "node:stream";
import { readEnvironment } from "../../src/config/environment.js";
import type { Terminal } from "../../src/cli/interactive/prompter.js";
import type { Tools, Workshop } from "../../src/cli/tools.js";
import { planChange } from "../../src/plan/plan-change.js";
import { migrationOf } from "../../src/verify/migration.js";

export interface Printed {
  out: string;
  err: string;
}

/** Tools that plan for real and keep what is printed; gates and environment can be replaced. */
export function testTools(
  workshop: Partial<Workshop> = {},
  variables: Record<string, string> = {},
  terminal: Terminal = piped(""),
): { readonly tools: Tools; readonly printed: Printed } {
  const printed: Printed = { out: "", err: "" };
  let clock = 0;
  const tools: Tools = {
    console: {
      out: (text) => void (printed.out += text),
      err: (text) => void (printed.err += text),
      interactive: false,
      columns: () => 80,
    },
    terminal,
    environment: () => readEnvironment(variables),
    workshop: () => ({
      planChange,
      migrationOf,
      verify: async ({ gates }) =>
        (gates ?? ["schema"]).map((gate) => ({
          gate,
          verdict: "passed",
          summary: "looked at",
          diagnostics: [],
          duration: 5,
        })),
      ...workshop,
    }),
    factCache: () => new Map(),
    now: () => (clock += 100),
    log: () => {},
    untilStopped: () => new Promise(() => {}),
  };
  return { tools, printed };
}

/** No terminal, with this piped in. */
export function piped(text: string): Terminal {
  return { input: Readable.from([Buffer.from(text)]), output: new Writable(), interactive: false };
}
