import type { Progress } from "../util/progress.js";
import type { Console } from "./console.js";

/** On a terminal the last line is rewritten until its step ends; elsewhere each thing is a line of its own. */
export function progressDisplay(console: Console): Progress {
  return console.interactive ? rewriting(console) : plain(console);
}

function rewriting(console: Console): Progress {
  let current = "";
  const show = (text: string): void => console.err(`\r\u001b[2K${cut(text, console.columns() - 1)}`);
  return {
    start: (step) => show((current = step)),
    say: (text) => show(`${current}: ${text}`),
    end: (step, milliseconds, result) => show(`${finished(step, milliseconds, result)}`) ?? console.err("\n"),
  };
}

function plain(console: Console): Progress {
  let last = "";
  return {
    start: () => (last = ""),
    say: (text) => {
      // Only the seconds go on in such a text; on a terminal they run, in a log they would fill pages.
      const news = text.replace(/… \d+ s$/, "");
      if (news !== last) console.err(`  ${news}\n`);
      last = news;
    },
    end: (step, milliseconds, result) => console.err(`${finished(step, milliseconds, result)}\n`),
  };
}

function finished(step: string, milliseconds: number, result: string): string {
  return `${step.padEnd(10)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${result}`;
}

function cut(text: string, columns: number): string {
  const line = text.replace(/[\r\n\t]+/g, " ");
  return line.length <= columns ? line : `${line.slice(0, Math.max(0, columns - 1))}…`;
}
