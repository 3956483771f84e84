import { nearestOf } from "../change/nearest.js";
import type { GateName } from "../verify/diagnostic.js";
import { UsageError } from "./usage-error.js";

const GATES: readonly GateName[] = ["schema", "structure", "types", "transform", "stability", "meaning"];

export const GATES_HELP = `gates to pass, with commas: ${GATES.join(",")}; or none (default: all)`;

export const RUN_HELP =
  "run the repository's own tests as well, before and after, in a sandbox: this executes its code";
export const NO_RUN_HELP = "run none of its code, whatever .github/autobe.yml says";

/** The gates of `--gates LIST`; null stands for all of them. */
export function parseGates(list: string | undefined): readonly GateName[] | null {
  if (list === undefined || list.trim() === "all") return null;
  const words = list.split(/[\s,]+/).filter((word) => word !== "");
  if (words.length === 1 && words[0] === "none") return [];
  const chosen = new Set(words.map(parseGate));
  return GATES.filter((gate) => chosen.has(gate));
}

function parseGate(word: string): GateName {
  const gate = GATES.find((name) => name === word.toLowerCase());
  if (gate !== undefined) return gate;
  if (word.toLowerCase().replace(/[-_ ]/g, "") === "runtime")
    throw new UsageError('The gate "run-time" executes code of the repository; ask for it with --run');
  const near = nearestOf(word, GATES);
  const hint = near === null ? `the gates are ${GATES.join(", ")}` : `did you mean ${near}?`;
  throw new UsageError(`There is no gate "${word}"; ${hint}`);
}
