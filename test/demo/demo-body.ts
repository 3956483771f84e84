import { execFile } from "node:child_process";
import { promisify } from "node:util";

const BEGIN = "<!-- demo:begin -->";
const END = "<!-- demo:end -->";

/** Runs the demonstration as a person would and gives the body of the pull request that it ends with. */
export async function demoBody(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["lib/src/cli.js", "demo"], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const from = stdout.indexOf("\n\nAsked for in #");
  const to = stdout.indexOf("\n\n- autobe / ", from);
  if (from === -1 || to === -1) throw new Error(`The demonstration opened no pull request:\n${stdout}`);
  return stdout.slice(from, to).trim();
}

/** The part of the README that shows the demonstration's pull request. */
export function embeddedIn(readme: string): string {
  return readme.slice(readme.indexOf(BEGIN) + BEGIN.length, readme.indexOf(END)).trim();
}

export function embed(readme: string, body: string): string {
  const shown = `<details open><summary>Draft pull request “Remove comments”</summary>\n\n${body}\n\n</details>`;
  return `${readme.slice(0, readme.indexOf(BEGIN) + BEGIN.length)}\n\n${shown}\n\n${readme.slice(readme.indexOf(END))}`;
}

/** Without what differs from run to run: durations. */
export function withoutTimes(text: string): string {
  return text.replaceAll(/\d+(\.\d+)? m?s\b/g, "N s");
}
