import type { TestRow } from "../../verify/run-time/test-row.js";
import { code, seconds, table } from "../markdown.js";

/** Every test with what it came to before and after; those that changed come first. */
export function testTable(tests: readonly TestRow[]): string {
  const changed = tests.filter(({ before, after }) => before !== after);
  const same = tests.filter(({ before, after }) => before === after);
  const rows = [...changed, ...same].map(({ name, path, before, after, duration }) => [
    code(name),
    before,
    before === after ? after : `**${after}**`,
    seconds(duration),
    code(path),
  ]);
  return table(["Test", "Before", "After", "Time", "File"], rows, 12_000);
}
