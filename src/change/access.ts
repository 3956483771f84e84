/** Which operations an actor gets: `by admin with create, delete`. */
export interface Access {
  /** As written; null for anybody, signed in or not. */
  readonly actor: string | null;
  /** As written, at least one: "create", "read", "list", "update", "delete". */
  readonly operations: readonly string[];
}

const ANYBODY = /^(anyone|anybody|everyone|everybody)$/i;

/** Reads `by admin with create, delete and by anyone with read, list`; null for anything else. */
export function parseAccess(text: string): readonly Access[] | null {
  const clauses = text.split(/,?\s+(?:and\s+)?(?=by\s)/i);
  const access = clauses.map(parseClause);
  return access.every((each) => each !== null) ? access : null;
}

export function printAccess(access: readonly Access[]): string {
  return access
    .map(({ actor, operations }) => `by ${actor ?? "anyone"} with ${operations.join(", ")}`)
    .join(" and ");
}

function parseClause(text: string): Access | null {
  const [, actor, list] = /^by (\w+) with ([\w, ]+)$/i.exec(text.trim()) ?? [];
  if (actor === undefined || list === undefined) return null;
  const operations = list.split(/\s*,\s*(?:and\s+)?|\s+and\s+/i).map((word) => word.trim().toLowerCase());
  if (!operations.every((word) => /^\w+$/.test(word))) return null;
  return { actor: ANYBODY.test(actor) ? null : actor, operations };
}
