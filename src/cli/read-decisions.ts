import { readFile } from "node:fs/promises";
import type { Answers } from "../change/answer.js";
import { parseDecisions } from "../change/parse-decisions.js";
import { UsageError } from "./usage-error.js";

/** The answers of `--decide FILE`. */
export async function readDecisions(path: string | undefined): Promise<Answers> {
  if (path === undefined) return new Map();
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new UsageError(`The file of decisions ${path} cannot be read`, { cause });
  });
  const decisions = parseDecisions(text);
  if (decisions.ok) return decisions.answers;
  throw new UsageError(`${path} is not a file of decisions:\n  ${decisions.problems.join("\n  ")}`);
}
