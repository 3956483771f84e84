/**
 * Value of a link tag in a doc comment: "schema" for `@x-autobe-database-schema bbs_articles`, "schema-property" for
 * its column, "authorization-actor" for an actor. Older backends say "prisma" for "database".
 */
export function docTag(
  comment: string,
  tag: "schema" | "schema-property" | "authorization-actor",
): string | null {
  const name = tag === "authorization-actor" ? tag : `(?:database|prisma)-${tag}`;
  const match = new RegExp(`@x-autobe-${name}(?![\\w-]):?[^\\S\\n]+["'\`]?([\\w.]+)`).exec(comment);
  return match === null || match[1] === "null" ? null : (match[1] as string);
}

/** The same said in a type: `"Low" & tags.JsonSchemaPlugin<{ "x-autobe-prisma-schema": "todo_todos" }>`. */
export function typeTag(type: string): string | null {
  const found = new Set(
    [...type.matchAll(/"x-autobe-(?:database|prisma)-schema":\s*"(\w+)"/g)].map(([, name]) => name),
  );
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
