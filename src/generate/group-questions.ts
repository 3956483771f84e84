import { createHash } from "node:crypto";
import type { Option } from "../change/answer.js";
import type { OpenPlace } from "./dead-code/deadness.js";
import type { Place, Question } from "./question.js";

/** A place that waits for a person, with what the analysis knows of it. */
export interface AskedPlace {
  readonly open: OpenPlace;
  readonly place: Place;
}

/** Places of the same construct with the same options are one question. */
export function groupQuestions(asked: readonly AskedPlace[]): readonly Question[] {
  const groups = new Map<string, AskedPlace[]>();
  for (const each of asked) {
    const key = `${each.open.construct} ${optionsOf(each).join(" ")}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((places) => {
    const first = places[0] as AskedPlace;
    const options = optionsOf(first);
    return {
      id: createHash("sha256")
        .update(`question ${first.open.construct} ${options.join(" ")}`)
        .digest("hex")
        .slice(0, 12),
      construct: first.open.construct,
      places: places.map((each) => each.place),
      options,
      recommended: recommendedOf(first),
    };
  });
}

const UNDROPPABLE: ReadonlySet<string> = new Set(["result", "value", "chain of conditions", "empty branch"]);

function optionsOf(asked: AskedPlace): readonly Option[] {
  return UNDROPPABLE.has(asked.open.construct)
    ? ["drop-operation", "keep"]
    : ["drop-check", "drop-operation", "keep"];
}

/** Dropping an operation takes nothing away from the checks of another; anything else may. */
function recommendedOf(asked: AskedPlace): Option {
  return HARMLESS.has(asked.open.construct) ? "drop-check" : "drop-operation";
}

/** Constructs whose removal loosens no check. */
const HARMLESS: ReadonlySet<string> = new Set(["type", "default value"]);
