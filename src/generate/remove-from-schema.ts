import type { Backend } from "../source/backend.js";
import type { Edit, Splice } from "../source/edit.js";
import { spliceFiles } from "../source/splice-files.js";
import type { DatabaseSpec, Model } from "../spec/database/database-spec.js";
import type { Names } from "../spec/names.js";

/**
 * Takes removed models, fields, indexes and enums out of the schema files. Banners left without a member go too, and
 * files left without a block. Everything else stays to the byte.
 */
export function removeFromSchema(backend: Backend, database: DatabaseSpec, removed: Names): readonly Edit[] {
  const models = new Set(removed.models);
  const fields = new Set(removed.fields);
  const enums = unusedEnums(database, models, fields);
  const textOf = (path: string): string => backend.files.get(path)?.text ?? "";
  const whole = [
    ...[...database.models.values()].filter(({ name }) => models.has(name)),
    ...[...database.enums.values()].filter(({ name }) => enums.has(name)),
  ].map(({ path, span }) => ({ path, ...wholeLines(textOf(path), span.start, span.end) }));
  const members = [...database.models.values()]
    .filter(({ name }) => !models.has(name))
    .flatMap((model) =>
      memberSplices(textOf(model.path), model, fields).map((splice) => ({ path: model.path, ...splice })),
    );
  const cuts = [...whole, ...members];
  const splices = [...new Set(cuts.map(({ path }) => path))].flatMap((path) =>
    withBlankLines(
      textOf(path),
      cuts.filter((each) => each.path === path),
    ).map((each) => ({ path, ...each })),
  );
  return spliceFiles(backend, splices, (text) => (hasBlock(text) ? text : null));
}

function memberSplices(text: string, model: Model, gone: ReadonlySet<string>): readonly Splice[] {
  const lost = new Set(
    model.fields.filter((each) => gone.has(`${model.name}.${each.name}`)).map((each) => each.name),
  );
  if (lost.size === 0) return [];
  const members = [
    ...model.fields.map((each) => ({ span: each.span, isField: true, gone: lost.has(each.name) })),
    ...model.attributes.map((each) => ({
      span: each.span,
      isField: false,
      gone: each.fields.some((name) => lost.has(name)),
    })),
  ].sort((a, b) => a.span.start - b.span.start);
  const banners = model.banners.map((banner) => ({
    span: banner.span,
    gone: isEmptied(banner.span.end, model, members),
  }));
  return [...members, ...banners]
    .filter((each) => each.gone)
    .map((each) => wholeLines(text, each.span.start, each.span.end));
}

/**
 * Whether everything that a banner names goes, and something does: the members up to the next banner, without the
 * attributes that follow its fields.
 */
function isEmptied(from: number, model: Model, members: readonly Member[]): boolean {
  const next = Math.min(
    ...model.banners.map((each) => each.span.start).filter((at) => at > from),
    model.span.end,
  );
  const all = members.filter((each) => each.span.start > from && each.span.start < next);
  const own = all.filter((each) => each.isField === all[0]?.isField);
  return own.length > 0 && own.every((each) => each.gone);
}

interface Member {
  readonly span: { readonly start: number };
  readonly isField: boolean;
  readonly gone: boolean;
}

/** Enums that only removed fields had as their type. */
function unusedEnums(
  database: DatabaseSpec,
  models: ReadonlySet<string>,
  fields: ReadonlySet<string>,
): ReadonlySet<string> {
  const lost = new Set<string>();
  const kept = new Set<string>();
  for (const model of database.models.values()) {
    for (const field of model.fields) {
      if (!database.enums.has(field.type)) continue;
      (models.has(model.name) || fields.has(`${model.name}.${field.name}`) ? lost : kept).add(field.type);
    }
  }
  return new Set([...lost].filter((name) => !kept.has(name)));
}

/** The lines of a range. */
function wholeLines(text: string, from: number, to: number): Splice {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const lineEnd = text.indexOf("\n", to);
  return { start, end: lineEnd === -1 ? text.length : lineEnd + 1, text: "" };
}

/** Cuts with nothing but blank lines between them, as one; each with the blank lines that would be too many. */
function withBlankLines(text: string, cuts: readonly Splice[]): readonly Splice[] {
  const runs: { start: number; end: number; hasGap: boolean }[] = [];
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1);
    if (last === undefined || text.slice(last.end, start).trim() !== "")
      runs.push({ start, end, hasGap: false });
    else {
      last.hasGap = last.hasGap || start > last.end;
      last.end = Math.max(last.end, end);
    }
  }
  return runs.map(({ start, end, hasGap }) => settled(text, start, end, hasGap));
}

/** What was one blank line, or none, on either side of a cut stays so; none begins or ends what it stood in. */
function settled(text: string, start: number, end: number, hasGap: boolean): Splice {
  const above = text.slice(0, start).replace(/[ \t]*$/, "");
  const below = text.slice(end);
  const blankAbove = /(?<=^|\n)(?:[ \t]*\r?\n)+$/.exec(above)?.[0].length ?? 0;
  const blankBelow = /^(?:[ \t]*\r?\n)+/.exec(below)?.[0].length ?? 0;
  const before = above.slice(0, above.length - blankAbove).trimEnd();
  const lineBefore = before.slice(before.lastIndexOf("\n") + 1).trim();
  const opens = before === "" || before.endsWith("{") || (blankAbove === 0 && lineBefore.startsWith("//"));
  const closes = /^\s*(\}|$)/.test(below);
  if (closes && !opens) return { start: start - blankAbove, end, text: "" };
  if (opens || blankAbove > 0) return { start, end: end + blankBelow, text: "" };
  return { start, end, text: hasGap && blankBelow === 0 ? "\n" : "" };
}

function hasBlock(text: string): boolean {
  return /^\s*(model|enum|view|type|datasource|generator)\s+\w+/m.test(text);
}
