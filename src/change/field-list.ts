/** Columns of one model, in an order that matters. */
export interface FieldList {
  /** As written. */
  readonly model: string;
  readonly fields: readonly string[];
}

/** Reads `articles(title, created_at)`; null for anything else. */
export function parseFieldList(text: string): FieldList | null {
  const [, model, list] = /^([\w ]+?) ?\(([\w, ]+)\)$/.exec(text) ?? [];
  if (model === undefined || list === undefined) return null;
  const fields = list.split(",").map((name) => name.trim());
  return fields.every((name) => /^\w+$/.test(name)) ? { model, fields } : null;
}

export function printFieldList({ model, fields }: FieldList): string {
  return `${model}(${fields.join(", ")})`;
}
