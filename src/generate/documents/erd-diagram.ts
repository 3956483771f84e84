import type { ErdNames } from "./erd-names.js";
import type { Line } from "../../source/text-lines.js";

/** What a mermaid diagram loses; lines by index. */
export interface Diagram {
  /** The line that opens the code block, and the one behind the line that closes it. */
  readonly from: number;
  readonly to: number;
  readonly gone: ReadonlySet<number>;
  readonly entities: readonly string[];
}

const OPENING = /^\s*"?([\w.$-]+)"?\s*(?:\[[^\]]*\])?\s*\{\s*$/;
const RELATION = /^\s*"?([\w.$-]+)"?\s+[|}o]{2}(?:--|\.\.)[|{o]{2}\s+"?([\w.$-]+)"?\s*:\s*"?([^"]*?)"?\s*$/;
const FIELD = /^\s*\S+\s+"?([\w$-]+)"?(?:\s.*)?$/;
const OTHER = /^\s*(?:%%.*|direction\s+\w+|erDiagram)?\s*$/;

/** All diagrams of a document; null if a line of one of them is not understood. */
export function diagramsOf(lines: readonly Line[], names: ErdNames): readonly Diagram[] | null {
  const diagrams: Diagram[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (!/^\s*`{3,}\s*mermaid\s*$/.test(lines[index]!.text) || lines[index + 1]?.text.trim() !== "erDiagram")
      continue;
    const end = lines.findIndex((line, at) => at > index && /^\s*`{3,}\s*$/.test(line.text));
    const diagram = end < 0 ? null : readDiagram(lines, index, end + 1, names);
    if (diagram === null) return null;
    diagrams.push(diagram);
    index = end;
  }
  return diagrams;
}

function readDiagram(lines: readonly Line[], from: number, to: number, names: ErdNames): Diagram | null {
  const gone = new Set<number>();
  const entities: string[] = [];
  let entity: string | null = null;
  for (let index = from + 1; index < to - 1; index++) {
    const { text } = lines[index] as Line;
    const opening = OPENING.exec(text)?.[1];
    const relation = RELATION.exec(text);
    if (entity !== null) {
      const field = FIELD.exec(text)?.[1];
      const closes = /^\s*\}\s*$/.test(text);
      if (!closes && field === undefined && text.trim() !== "") return null;
      if (names.entities.has(entity) || names.fields.has(`${entity}.${field ?? ""}`)) gone.add(index);
      if (closes) entity = null;
    } else if (opening !== undefined) {
      entities.push((entity = opening));
      if (names.entities.has(entity)) gone.add(index);
    } else if (relation !== null) {
      const [, owner = "", target = "", label = ""] = relation;
      const ends = names.entities.has(owner) || names.entities.has(target);
      if (ends || names.fields.has(`${owner}.${label}`)) gone.add(index);
    } else if (!OTHER.test(text)) return null;
  }
  return entity === null ? { from, to, gone, entities } : null;
}
