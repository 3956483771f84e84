import type { Unclear } from "../../generate/rename/unclear.js";
import type { Planned } from "../planned.js";

/** How a plan ends at a place that no rule can follow. */
export function unclearRefusal({ path, line, why }: Unclear): Planned {
  return {
    kind: "refused",
    reason: `${path}:${line} cannot be followed by rule: ${why}.`,
    remedy: "Change that place by hand so that it names its members plainly, then ask again.",
  };
}
