import { textOf } from "../../generate/create/known.js";
import type { Edit, Span } from "../../source/edit.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { SyncState } from "./sync-state.js";

/** New models and enums as the person wrote them, with the ends of relations that lead to them. */
export function adoptBlocks({ now, wanted }: SyncState): readonly Edit[] {
  const models = [...wanted.database.models.values()].filter(({ name }) => !now.database.models.has(name));
  const enums = [...wanted.database.enums.values()].filter(({ name }) => !now.database.enums.has(name));
  const texts = new Map<string, string>();
  const edit = (path: string, change: (text: string) => string): void => {
    texts.set(path, change(texts.get(path) ?? textOf(now, path)));
  };
  const names = new Set(models.map(({ name }) => name));
  for (const model of now.database.models.values())
    for (const line of backLines(model, names, wanted)) edit(model.path, (text) => behind(text, model, line));
  for (const { path, span } of [...models, ...enums])
    edit(path, (text) => `${text}${text === "" ? "" : "\n"}${cut(textOf(wanted, path), span)}\n`);
  return [...texts].map(([path, after]) => ({
    path,
    before: now.backend.files.get(path)?.text ?? null,
    after,
  }));
}

/** The fields of a model that are the other ends of relations whose key a new model holds. */
function backLines(model: Model, names: ReadonlySet<string>, wanted: SyncState["wanted"]): readonly string[] {
  const after = wanted.database.models.get(model.name);
  return (after?.fields ?? [])
    .filter(({ type, relation }) => names.has(type) && relation?.fields.length === 0)
    .filter(({ name }) => !model.fields.some((field) => field.name === name))
    .map(({ span }) => cut(textOf(wanted, after?.path ?? ""), span));
}

/** Appends a field to a model whose block may have moved in its file. */
function behind(text: string, { name }: Model, line: string): string {
  const head = new RegExp(`^(?:model|view)\\s+${name}\\b[^{]*\\{`, "m").exec(text);
  if (head === null) return text;
  const at = head.index + head[0].length;
  return `${text.slice(0, at)}\n${line}${text.slice(at)}`;
}

function cut(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
