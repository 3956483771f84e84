import type { Backend } from "../../source/backend.js";
import { applySplices, type Edit, type Splice } from "../../source/edit.js";
import type { NameMap } from "../renames.js";
import type { DatabaseSpec, EnumBlock, Field, Model } from "./database-spec.js";
import { type Token, tokenize } from "./tokenize.js";

export interface TypeNames {
  readonly models: NameMap;
  readonly enums: NameMap;
  /** "ArticleState.draft" → "open". */
  readonly values: NameMap;
}

/**
 * Gives models, enums and values their new names in the schema: where they are declared, as types of fields, in
 * defaults, and in links of doc comments. What `@@map` and `@map` name apart keeps its name in the database.
 */
export function renameModels(backend: Backend, database: DatabaseSpec, names: TypeNames): readonly Edit[] {
  const types = new Map([...names.models, ...names.enums]);
  return database.files.flatMap((path) => {
    const before = backend.files.get(path)?.text ?? "";
    const tokens = tokenize(path, before);
    const models = [...database.models.values()].filter((model) => model.path === path);
    const enums = [...database.enums.values()].filter((block) => block.path === path);
    const splices = [
      ...[...models, ...enums].flatMap(({ name, span }) => {
        const at = tokens.findIndex(({ start, kind }) => start >= span.start && kind === "word");
        return splice(tokens[at + 1], types.get(name));
      }),
      ...models.flatMap(({ fields }) => fields.flatMap((field) => fieldSplices(field, tokens, types, names))),
      ...models.flatMap((model) => mapSplices(model, tokens, names.models)),
      ...enums.flatMap((block) => valueSplices(block, tokens, names.values)),
      ...linkSplices(before, types),
    ];
    return splices.length === 0 ? [] : [{ path, before, after: applySplices(before, splices) }];
  });
}

function splice(token: Token | undefined, text: string | undefined): readonly Splice[] {
  return token === undefined || text === undefined ? [] : [{ start: token.start, end: token.end, text }];
}

function fieldSplices(
  field: Field,
  tokens: readonly Token[],
  types: NameMap,
  { values }: TypeNames,
): readonly Splice[] {
  const at = tokens.findIndex(({ start, kind }) => start >= field.span.start && kind === "word");
  const defaults = field.attributes.filter(({ name }) => name === "default");
  return [
    ...splice(tokens[at + 1], types.get(field.type)),
    ...defaults.flatMap(({ span }) =>
      tokens
        .filter(({ kind, start, end }) => kind === "word" && start >= span.start && end <= span.end)
        .flatMap((token) => splice(token, values.get(`${field.type}.${token.text}`))),
    ),
  ];
}

/** Names of indexes and constraints that begin with the table's: `map: "bbs_articles_title_idx"`. */
function mapSplices(model: Model, tokens: readonly Token[], models: NameMap): readonly Splice[] {
  const to = models.get(model.name);
  if (to === undefined || model.table !== model.name) return [];
  return tokens.flatMap((token, index) => {
    const inside = token.start > model.span.start && token.end < model.span.end;
    const named = tokens[index - 1]?.text === ":" && tokens[index - 2]?.text === "map";
    if (!inside || !named || !token.text.startsWith(`"${model.name}_`)) return [];
    return [{ start: token.start + 1, end: token.start + 1 + model.name.length, text: to }];
  });
}

/** A value is the first word of its line. */
function valueSplices(block: EnumBlock, tokens: readonly Token[], values: NameMap): readonly Splice[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    const inside = token.start > block.span.start && token.end < block.span.end;
    const first = before?.kind === "newline" || before?.text === "{";
    return inside && first && token.kind === "word"
      ? splice(token, values.get(`${block.name}.${token.text}`))
      : [];
  });
}

/** `{@link bbs_articles}` and `{@link bbs_articles.title}` in prose. */
export function linkSplices(text: string, types: NameMap): readonly Splice[] {
  return [...text.matchAll(/\{@link (\w+)\b/g)].flatMap((match) => {
    const to = types.get(match[1] ?? "");
    const start = match.index + "{@link ".length;
    return to === undefined ? [] : [{ start, end: start + (match[1] ?? "").length, text: to }];
  });
}
