import type { CodeStyle } from "../create/code/code-style.js";
import { camelOf, partsOf, withArticle } from "../create/conventions/spelling.js";

/** What a check of a row that a caller names is about. */
export interface Check {
  /** The key, as it can be written in front of the query: `props.body.parent_id`. */
  readonly value: string;
  /** The id of the row that is altered; null where it is not known. */
  readonly own: string | null;
  readonly client: string;
  /** The model that the key leads to, and its column for keys of its own kind. */
  readonly table: string;
  readonly column: string;
  readonly noun: string;
  readonly relation: string;
  /** Under which conditions, besides its id, the caller finds a row of it. */
  readonly conditions: readonly string[];
  readonly style: CodeStyle;
  /** The file, so that no name in it is taken twice. */
  readonly text: string;
}

/** Refuses a key that leads to no row that the caller could find. */
export function checkFound(check: Check): string {
  const { value, client, table, conditions, style, noun, relation } = check;
  const where = `where: { ${[`id: ${value}`, ...conditions].join(", ")} }, select: { id: true }`;
  if (style.orThrow) return `if (${value})\n  await ${client}.${table}.findFirstOrThrow({ ${where} });`;
  const found = free(camelOf(["given", ...partsOf(relation)]), check);
  const said = style.notFound === "" ? `There is no such ${noun}.` : `${style.notFound}no such ${noun}`;
  return `if (${value}) {
  const ${found} = await ${client}.${table}.findFirst({ ${where} });
  if (!${found}) throw new HttpException("${said}", 404);
}`;
}

/** Refuses a key that would make a row its own ancestor; null where the row is not known. */
export function checkAncestors(check: Check): string | null {
  const { value, own, client, table, column, noun, relation } = check;
  if (own === null) return null;
  const [seen, above, row] = ["seen", "above", "row"].map((name) => free(name, check));
  return `const ${seen} = new Set<string>([${own}]);
let ${above}: string | null = ${value} ?? null;
while (${above} !== null) {
  if (${seen}.has(${above})) throw new HttpException("The ${relation} of ${withArticle(noun)} cannot be below it.", 400);
  ${seen}.add(${above});
  const ${row}: { ${column}: string | null } | null = await ${client}.${table}.findUnique({ where: { id: ${above} }, select: { ${column}: true } });
  ${above} = ${row}?.${column} ?? null;
}`;
}

/** A name that the file does not use. */
function free(name: string, { text }: Check): string {
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${name}${count}`;
    if (!new RegExp(`\\b${tried}\\b`).test(text)) return tried;
  }
}
