import type { Backend } from "../../source/backend.js";
import { applySplices, type Edit, type Span, type Splice } from "../../source/edit.js";
import type { DatabaseSpec, Field, Model } from "./database-spec.js";
import { type Token, tokenize } from "./tokenize.js";
import type { NameMap } from "../renames.js";

/**
 * Gives fields their new names in the schema: where they are declared, in indexes and keys over them, at both ends of
 * relations, and in links of doc comments. A column that `@map` names apart keeps its name in the database.
 */
export function renameFields(backend: Backend, database: DatabaseSpec, fields: NameMap): readonly Edit[] {
  return database.files.flatMap((path) => {
    const before = backend.files.get(path)?.text ?? "";
    const tokens = tokenize(path, before);
    const models = [...database.models.values()].filter((model) => model.path === path);
    const splices = [
      ...models.flatMap((model) => modelSplices(model, tokens, fields)),
      ...linkSplices(before, fields),
    ];
    return splices.length === 0 ? [] : [{ path, before, after: applySplices(before, splices) }];
  });
}

function modelSplices(model: Model, tokens: readonly Token[], fields: NameMap): readonly Splice[] {
  return [
    ...model.fields.flatMap((field) => fieldSplices(model, field, tokens, fields)),
    ...model.attributes.flatMap(({ span }) =>
      listed(span, tokens).flatMap(({ token }) => splice(token, model.name, fields)),
    ),
  ];
}

function fieldSplices(
  model: Model,
  field: Field,
  tokens: readonly Token[],
  fields: NameMap,
): readonly Splice[] {
  const name = within(field.span, tokens).find((token) => token.kind === "word");
  const own = name === undefined ? [] : splice(name, model.name, fields);
  const { relation } = field;
  if (relation === null) return own;
  const keys = listed(field.span, tokens).flatMap(({ list, token }) =>
    splice(token, list === "references" ? relation.target : model.name, fields),
  );
  return [...own, ...keys];
}

function splice(token: Token, model: string, fields: NameMap): readonly Splice[] {
  const text = fields.get(`${model}.${token.text}`);
  return text === undefined ? [] : [{ start: token.start, end: token.end, text }];
}

/** The elements of the lists in an attribute, each with the name of its argument: `fields: [a, b(sort: Desc)]`. */
function listed(
  span: Span,
  all: readonly Token[],
): readonly { readonly list: string | null; readonly token: Token }[] {
  const tokens = within(span, all).filter(({ kind }) => kind !== "newline" && kind !== "comment");
  const found: { list: string | null; token: Token }[] = [];
  let list: string | null = null;
  let depth = 0;
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]?.text;
    if (token.text === "[") {
      list = before === ":" ? (tokens[index - 2]?.text ?? null) : null;
      depth = 0;
    }
    if (token.text === "(") depth++;
    if (token.text === ")") depth--;
    if (token.kind === "word" && depth === 0 && (before === "[" || before === ","))
      found.push({ list, token });
  });
  return found;
}

function within(span: Span, tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((token) => token.start >= span.start && token.end <= span.end);
}

/** `{@link bbs_articles.title}` in prose. */
export function linkSplices(text: string, fields: NameMap): readonly Splice[] {
  return [...text.matchAll(/\{@link (\w+\.)(\w+)\}/g)].flatMap((match) => {
    const [, owner = "", name = ""] = match;
    const to = fields.get(owner + name);
    const start = match.index + "{@link ".length + owner.length;
    return to === undefined ? [] : [{ start, end: start + name.length, text: to }];
  });
}
