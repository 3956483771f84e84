import { redacted, withoutReferences } from "../util/posted-text.js";

/** Text from outside as a code span: nothing in it is markup, whatever backticks it has. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "") return "``` ```";
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

/** Text from outside as plain prose: no tags, no comments, no links of its own, no references, and no secrets, which nobody would find any more behind what is escaped. */
export function plain(text: string): string {
  return withoutReferences(redacted(text))
    .replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"))
    .replace(/([\\`*_[\]|~])/g, "\\$1");
}

/** A fenced block that its text cannot close. */
export function block(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n+$/, "")}\n${fence}`;
}

export function details(summary: string, text: string): string {
  return `<details><summary>${summary}</summary>\n\n${text}\n\n</details>`;
}

/** A table with at most so many characters of rows; how many rows did not fit is said below it. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  budget = 20_000,
): string {
  const lines: string[] = [];
  let left = budget;
  for (const row of rows) {
    const line = `| ${row.map(cell).join(" | ")} |`;
    left -= line.length;
    if (left < 0) break;
    lines.push(line);
  }
  const more = rows.length - lines.length;
  const text = [`| ${head.join(" | ")} |`, `|${" --- |".repeat(head.length)}`, ...lines].join("\n");
  return more === 0 ? text : `${text}\n\n… and ${more} more.`;
}

/** A pipe ends a cell even inside a code span. */
function cell(text: string): string {
  return text.replace(/\r?\n/g, "<br>").replace(/(?<!\\)\|/g, "\\|");
}

export function plural(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

export function seconds(milliseconds: number): string {
  return milliseconds < 100 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
