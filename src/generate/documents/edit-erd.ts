import { diagramsOf, type Diagram } from "./erd-diagram.js";
import type { ErdNames } from "./erd-names.js";
import { sectionsOf, type Section } from "../../spec/requirement/markdown-sections.js";
import { linesLinkingTo } from "./removed-links.js";
import { isBlank, linesOf, textWithout, type Line } from "../../source/text-lines.js";

/** The document in step with a removal; null if its shape is not the one that prisma-markdown writes. */
export function editErd(text: string, names: ErdNames): string | null {
  const lines = linesOf(text);
  const sections = sectionsOf(lines);
  const diagrams = diagramsOf(lines, names);
  if (diagrams === null || diagrams.length === 0) return null;
  const gone = new Set<number>();
  const whole = sections.filter((section) => names.entities.has(entityOf(section)));
  for (const diagram of diagrams) goneLinesOf(diagram, names, lines).forEach((line) => gone.add(line));
  for (const section of whole) addRange(gone, section.from, section.to);
  for (const section of sections) for (const line of goneProperties(section, names, lines)) gone.add(line);
  for (const section of sections) {
    const inner = sections.some((other) => other.parent === section && whole.includes(other));
    const drawn = diagrams.some(
      (each) => each.gone.size > 0 && each.from > section.from && each.from < section.to,
    );
    if (section.level < 2 || whole.includes(section) || !(inner || drawn)) continue;
    if (isEmpty(section, gone, lines)) {
      addRange(gone, section.from, section.to);
      whole.push(section);
    }
  }
  const anchors = new Set(whole.map((section) => section.anchor));
  for (const line of linesLinkingTo(
    lines,
    (target) => target.startsWith("#") && anchors.has(target.slice(1)),
  ))
    gone.add(line);
  return textWithout(text, lines, gone);
}

function entityOf(section: Section): string {
  return section.title.replace(/^`(.*)`$/, "$1");
}

/** A diagram that has no entity left goes with its code block. */
function goneLinesOf(diagram: Diagram, names: ErdNames, lines: readonly Line[]): ReadonlySet<number> {
  const { from, to, gone, entities } = diagram;
  if (entities.length === 0 || !entities.every((entity) => names.entities.has(entity))) return gone;
  const all = new Set<number>();
  addRange(all, from, isBlank(lines[to]) ? to + 1 : to);
  return all;
}

/** Items of the property list of a model that stays, each with the indented lines that continue it. */
function goneProperties(section: Section, names: ErdNames, lines: readonly Line[]): readonly number[] {
  const found: number[] = [];
  for (let index = section.body; index < section.bodyEnd; index++) {
    const field = /^[-*] `([^`]+)`/.exec(lines[index]!.text)?.[1];
    if (field === undefined || !names.fields.has(`${entityOf(section)}.${field}`)) continue;
    do found.push(index++);
    while (index < section.bodyEnd && /^\s+\S/.test(lines[index]!.text));
    index--;
  }
  return found;
}

function isEmpty(section: Section, gone: ReadonlySet<number>, lines: readonly Line[]): boolean {
  for (let index = section.body; index < section.to; index++)
    if (!gone.has(index) && !isBlank(lines[index])) return false;
  return true;
}

function addRange(lines: Set<number>, from: number, to: number): void {
  for (let index = from; index < to; index++) lines.add(index);
}
