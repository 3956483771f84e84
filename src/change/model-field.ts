import { type FieldType, parseFieldType, printFieldType } from "./field-type.js";

/** A field of a new model, as a person writes it: `pinned: boolean default false`, `code: string unique`. */
export interface ModelField {
  readonly name: string;
  readonly type: FieldType;
  readonly unique: boolean;
  /** As written; null without one. */
  readonly default: string | null;
}

/** Reads `title: string, category: category?`; null where a part is no field. */
export function parseModelFields(text: string): readonly ModelField[] | null {
  const fields = splitOutsideQuotes(text, ",").map((part) => parseModelField(part.trim()));
  return fields.every((field) => field !== null) ? fields : null;
}

export function printModelField({ name, type, unique, default: value }: ModelField): string {
  const written = `${name}: ${printFieldType(type)}`;
  return [written, ...(unique ? ["unique"] : []), ...(value === null ? [] : [`default ${value}`])].join(" ");
}

function parseModelField(text: string): ModelField | null {
  const [, name, written, unique, value] =
    /^(\w+)\s*:\s*(.+?)(\s+unique)?(?:\s+default\s+(\S.*))?$/i.exec(text) ?? [];
  const type = written === undefined ? null : parseFieldType(written.trim());
  if (name === undefined || type === null) return null;
  return { name, type, unique: unique !== undefined, default: value ?? null };
}

/** The parts between separators; what stands in double quotes is kept together. */
export function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (quoted || text[at] !== separator) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  return [...parts, text.slice(start)];
}
