import { posix } from "node:path";
import typia from "typia";
import type { Emitted } from "../compiler/emitted.js";
import type { TestResult } from "./test-run.js";

/** A line of the preload's. It comes from a process that runs foreign code, so nothing in it is trusted. */
interface ReportLine {
  readonly name: string;
  readonly location: string;
  readonly passed: boolean;
  readonly message: string;
  readonly duration: number;
}

const LONGEST = 4_000;

/** A test's result, with the place of its source; null for a line that is none. */
export function readReport(
  line: string,
  stage: string,
  sources: ReadonlyMap<string, string>,
): TestResult | null {
  const read = parse(line);
  if (read === null) return null;
  const built = posix.relative(stage, read.location);
  const path = sources.get(built) ?? built;
  const { name, passed, message, duration } = read;
  return {
    name: name.slice(0, 200),
    path: path.slice(0, 400),
    passed,
    message: ownLines(message.replaceAll(`${stage}/`, "")).slice(0, LONGEST),
    duration: Math.max(0, Math.round(duration)),
  };
}

/** Of a stack only the backend's own places say something. */
function ownLines(message: string): string {
  const foreign = /^\s+at .*(node_modules\/|node:|\.autobe-bot\/|<anonymous>\)?$)/;
  return message
    .split("\n")
    .filter((line) => !foreign.test(line))
    .join("\n");
}

function parse(line: string): ReportLine | null {
  try {
    return typia.json.isParse<ReportLine>(line);
  } catch {
    return null;
  }
}

/** Built file → source. */
export function sourcesOf({ files }: Emitted): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, source }) => [path, source]));
}
