import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** Where a person answers questions; tests bring their own. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether somebody sits there. */
  readonly interactive: boolean;
}

/** Asks one question after the other; Tab completes the last word of a list. */
export interface Prompter {
  /** Null where the person has ended the talk. */
  ask(question: string, names: readonly string[]): Promise<string | null>;
  say(text: string): void;
  close(): void;
}

export function openPrompter({ input, output, interactive }: Terminal): Prompter {
  let names: readonly string[] = [];
  const completer = (line: string): [string[], string] => completionsOf(line, names);
  const lines = createInterface({ input, output, terminal: interactive, completer });
  // The iterator keeps what is written ahead of a question, and ends where the input does.
  const answers = lines[Symbol.asyncIterator]();
  return {
    ask: async (question, choices) => {
      names = choices;
      lines.setPrompt(`${question}> `);
      lines.prompt();
      const answer = await answers.next();
      return answer.done === true ? null : answer.value.trim();
    },
    say: (text) => void output.write(`${text}\n`),
    close: () => lines.close(),
  };
}

/** Names that begin with what was typed behind the last comma, else those that hold it. */
export function completionsOf(line: string, names: readonly string[]): [string[], string] {
  const typed = /(?:^|,\s*)([^,]*)$/.exec(line)?.[1] ?? line;
  const small = typed.toLowerCase();
  const begin = names.filter((name) => name.toLowerCase().startsWith(small));
  return [begin.length > 0 ? begin : names.filter((name) => name.toLowerCase().includes(small)), typed];
}
