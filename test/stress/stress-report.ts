import type { FaultKind } from "../../src/model/fault/fault-kind.js";
import { groupBy } from "../../src/util/group-by.js";
import type { TrialResult } from "./run-trial.js";

const PREFACE =
  "A weak model, simulated: right answers are spoilt by rule, and repaired where feedback tells how. " +
  "This says what the feedback is worth, not how often a real model errs.";

/** What came of all trials, in words. It passes where every fault that was found was told, and ended right. */
export function stressReport(
  results: readonly TrialResult[],
  kinds: readonly FaultKind[],
): { readonly text: string; readonly passed: boolean } {
  const functions = [...groupBy(results, (result) => result.function)].map(([name, own]) =>
    aboutFunction(name, own),
  );
  const untold = results.filter(({ ending }) => ending === "failed, untold");
  const text = [PREFACE, ...functions, aboutKinds(results, kinds)].join("\n\n");
  return { text, passed: untold.length === 0 };
}

function aboutFunction(name: string, results: readonly TrialResult[]): string {
  const found = results.filter((result) => result.found);
  const ended = (ending: TrialResult["ending"], of = results): number =>
    of.filter((result) => result.ending === ending).length;
  const attempts = results.map((result) => result.attempts).sort((a, b) => a - b);
  const raw = results.filter(({ first }) => first === null).length;
  const lenient = results.filter((result) => result.ending === "right" && result.attempts === 1).length;
  const fresh = ended("failed, fresh faults alone", found) + ended("wrong, later fault accepted", found);
  return [
    `${name}: ${results.length} calls`,
    `  raw success ${share(raw, results.length)}; right at first because it is read leniently ${share(lenient - raw, results.length)}`,
    `  right after feedback ${share(ended("right"), results.length)}`,
    `  of ${found.length} calls whose first fault was found: right ${share(ended("right", found), found.length)}, ` +
      `failed while a fault was untold ${ended("failed, untold", found)}, ` +
      `lost to fresh faults alone ${fresh} (${ended("wrong, later fault accepted", found)} accepted in silence)`,
    `  first faults that break nothing, accepted in silence: ${ended("wrong, first fault accepted")}`,
    `  attempts p50 ${at(attempts, 0.5)}, p95 ${at(attempts, 0.95)}, max ${attempts.at(-1) ?? 0}`,
  ].join("\n");
}

function aboutKinds(results: readonly TrialResult[], kinds: readonly FaultKind[]): string {
  const rows = kinds.map(({ name }) => {
    const own = results.filter(({ first }) => first === name);
    const harmless = own.filter(({ found, ending }) => !found && ending === "right").length;
    const found = own.filter((result) => result.found).length;
    const silent = own.filter(({ ending }) => ending === "wrong, first fault accepted").length;
    const untold = results.filter((result) => result.untold.includes(name)).length;
    return [name, own.length, harmless, found, silent, untold].map(String);
  });
  const heads = ["kind of fault", "first", "harmless", "found", "silent", "untold"];
  const lines = [heads, ...rows].map(([name = "", ...numbers]) =>
    [name.padEnd(26), ...numbers.map((each) => each.padStart(9))].join(""),
  );
  return [
    "harmless: read as what was meant; silent: accepted, breaks nothing; untold: not located by some feedback",
    ...lines,
  ].join("\n");
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
}

function at(sorted: readonly number[], quantile: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(quantile * sorted.length) - 1)] ?? 0;
}
