import { ts } from "ts-morph";
import type { Dto, InterfaceSpec } from "../../spec/interface/interface-spec.js";
import type { Names } from "../../spec/names.js";
import { dtoDeclarations, propertyAt } from "../names/find-declaration.js";
import type { Cause, Deadness } from "./deadness.js";
import { EQUALITIES, INEQUALITIES } from "./on-constant.js";

/**
 * What a search may be ordered by is said in words: `sort?: "created_at" | "comments_count"`. A word for a removed member
 * goes where it is a choice beside words for others, and what was done for it with it; no compiler asks for that.
 */
export function seedChoices(state: Deadness, removed: Names, api: InterfaceSpec): void {
  const gone = goneMembers(removed, api);
  if (gone.size === 0) return;
  for (const dto of api.dtos.values()) {
    const lost = gone.get(dto.model ?? "");
    if (lost === undefined || !/\.IRequest\b/.test(dto.name)) continue;
    const members = membersOf(state, dto.model ?? "", api);
    const words = lostWords(state, dto, lost, members, api);
    for (const [word, cause] of words) loseWord(state, word, dto, cause);
  }
  for (const [model, lost] of gone) {
    const members = membersOf(state, model, api);
    const asks = namesOf(model, api);
    for (const [word, cause] of lost)
      for (const place of state.view.textsOf(word))
        if (isListed(place, members) && asks.test(place.getSourceFile().text)) state.remove(place, cause);
  }
}

type Lost = ReadonlyMap<string, Cause>;

/** Removed members by model: columns, and properties of its DTOs. */
function goneMembers({ fields, properties }: Names, api: InterfaceSpec): ReadonlyMap<string, Lost> {
  const gone = new Map<string, Map<string, Cause>>();
  const add = (model: string, name: string, cause: Cause): void => {
    const known = gone.get(model) ?? new Map<string, Cause>();
    gone.set(model, known.set(name, cause));
  };
  for (const qualified of properties) {
    const at = qualified.lastIndexOf(".");
    const model = api.dtos.get(qualified.slice(0, at))?.model ?? null;
    if (model !== null) add(model, qualified.slice(at + 1), { cause: qualified, how: "orders" });
  }
  for (const qualified of fields) {
    const [model = "", name = ""] = qualified.split(".");
    add(model, name, { cause: qualified, how: "orders" });
  }
  return gone;
}

/** Everything that may be called by name of a row: its columns, and what DTOs show of it. */
function membersOf(state: Deadness, model: string, api: InterfaceSpec): ReadonlySet<string> {
  const fields = state.database.models.get(model)?.fields.map(({ name }) => name) ?? [];
  const dtos = [...api.dtos.values()].filter((dto) => dto.model === model);
  return new Set([...fields, ...dtos.flatMap(({ properties }) => properties.map(({ name }) => name))]);
}

/** A file that deals with rows of a model calls it by one of these: other models have columns of the same names. */
function namesOf(model: string, api: InterfaceSpec): RegExp {
  const requests = [...api.dtos.values()].filter(
    (dto) => dto.model === model && dto.name.includes(".IRequest"),
  );
  return new RegExp(`\\b(${[model, ...requests.map(({ name }) => name.replace(".", "\\."))].join("|")})\\b`);
}

/** Takes words out of the unions of a request, and gives those that it took. */
function lostWords(
  state: Deadness,
  dto: Dto,
  lost: Lost,
  members: ReadonlySet<string>,
  api: InterfaceSpec,
): Lost {
  const words = new Map<string, Cause>();
  const visit = (node: ts.Node): void => {
    if (ts.isUnionTypeNode(node))
      for (const { type, word, cause } of lostIn(node, lost, members)) {
        words.set(word, cause);
        state.push({ kind: "type", node: type, cause });
      }
    ts.forEachChild(node, visit);
  };
  const file = state.view.file(dto.path);
  for (const { name, span, type, references } of dto.properties) {
    const node = file === undefined || !type.includes('"') ? null : propertyAt(file, name, span);
    if (node !== null) visit(node);
    for (const alias of references.flatMap((each) => api.dtos.get(each) ?? [])) {
      const home = alias.properties.length === 0 ? state.view.file(alias.path) : undefined;
      if (home !== undefined) dtoDeclarations(home, alias.name).forEach(visit);
    }
  }
  return words;
}

interface LostWord {
  readonly type: ts.TypeNode;
  readonly word: string;
  readonly cause: Cause;
}

/** Words for lost members, where the union has words for others too. */
function lostIn(union: ts.UnionTypeNode, lost: Lost, members: ReadonlySet<string>): readonly LostWord[] {
  const words = union.types.flatMap((type) =>
    ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [{ type, word: type.literal.text }] : [],
  );
  const isOther = ({ word }: { readonly word: string }): boolean =>
    members.has(memberOf(word)) && !lost.has(memberOf(word));
  if (!words.some(isOther)) return [];
  return words.flatMap(({ type, word }) => {
    const cause = lost.get(memberOf(word));
    return cause === undefined ? [] : [{ type, word, cause }];
  });
}

/** `-comments_count`, `comments_count_desc`: the member that a word orders by. */
function memberOf(word: string): string {
  return word.replace(/^[-+]/, "").replace(/[_:. -](?:asc|desc)$/i, "");
}

/** Where a file that handles the request asks for the word, it is never given. */
function loseWord(state: Deadness, word: string, { name, path }: Dto, cause: Cause): void {
  for (const place of state.view.textsOf(word)) {
    const file = place.getSourceFile();
    if (
      state.program.pathOf(file) === path ||
      ts.isLiteralTypeNode(place.parent) ||
      !file.text.includes(name)
    )
      continue;
    const value = withoutAssertion(place);
    const { parent } = value;
    if (ts.isBinaryExpression(parent) && EQUALITIES.has(parent.operatorToken.kind))
      state.fold(parent, INEQUALITIES.has(parent.operatorToken.kind), cause);
    else if (ts.isCaseClause(parent)) state.remove(parent, cause);
    else if (ts.isPropertyAssignment(parent) && parent.initializer === value && isTest(state, file))
      state.remove(parent, cause);
  }
}

function isTest(state: Deadness, file: ts.SourceFile): boolean {
  return (state.program.pathOf(file) ?? "").startsWith("test/");
}

/** `"title" as const` → `"title"`, the other way round: the expression that stands for a literal. */
function withoutAssertion(place: ts.Expression): ts.Expression {
  const { parent } = place;
  return ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent) ? parent : place;
}

/** Whether a word stands in a list of nothing but members that is asked what it includes: what may be ordered by. */
function isListed(place: ts.StringLiteral, members: ReadonlySet<string>): boolean {
  const list = place.parent;
  return (
    ts.isArrayLiteralExpression(list) &&
    list.elements.length > 1 &&
    list.elements.every((each) => ts.isStringLiteral(each) && members.has(each.text)) &&
    isAsked(list)
  );
}

/** `["a", "b"].includes(…)`, at once or through the variable that keeps the list. */
function isAsked(list: ts.ArrayLiteralExpression): boolean {
  let at: ts.Node = list;
  while (ts.isAsExpression(at.parent) || ts.isParenthesizedExpression(at.parent)) at = at.parent;
  const holder = at.parent;
  if (ts.isPropertyAccessExpression(holder)) return holder.name.text === "includes";
  if (!ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name)) return false;
  return new RegExp(`\\b${holder.name.text}(?:\\s+as\\s+[^()]*\\))?\\.includes\\(`).test(
    list.getSourceFile().text,
  );
}
