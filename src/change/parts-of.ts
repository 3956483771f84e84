import type { Change } from "./change.js";
import { FORMS } from "./forms.js";
import { parseQuoted } from "./quoted.js";
import { type Ask, type Filled, QUOTED } from "./slot.js";

/**
 * What a line of a kind has in each of its parts; null where it is not written in the order of the form. Parts may be
 * named that the line is known to lack.
 */
export function partsOf(kind: Change["kind"], line: string, lacking: readonly Ask[] = []): Filled | null {
  const { verb } = FORMS[kind];
  const slots = FORMS[kind].slots.filter(({ ask }) => !lacking.includes(ask));
  const pattern = slots.map(({ lead, tail = "", optional }) => {
    const part = `${escape(lead)}(.+?)${escape(tail)}`;
    return optional ? `(?:${part})?` : part;
  });
  const match = new RegExp(`^${verb} ${pattern.join("")}$`, "i").exec(line);
  if (match === null) return null;
  return new Map(
    slots.flatMap(({ ask }, index) => {
      const part = match[index + 1];
      return part === undefined
        ? []
        : [[ask, QUOTED.includes(ask) ? (parseQuoted(part) ?? part) : part] as const];
    }),
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
