import { NamingConvention } from "@typia/utils";

/** A step into a value: a member, or an element. */
export type Key = string | number;

export const ROOT = "$input";

/** `$input.changes[0]["a b"]` → changes, 0, a b. */
export function parsePath(path: string): readonly Key[] {
  const keys: Key[] = [];
  for (const match of path.slice(ROOT.length).matchAll(/\.([^.[\]]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)) {
    const [, member, index, quoted] = match;
    if (member !== undefined) keys.push(member);
    else if (index !== undefined) keys.push(Number(index));
    else if (quoted !== undefined) keys.push(JSON.parse(quoted) as string);
  }
  return keys;
}

/** As typia writes it, so that errors of both kinds meet at one place. */
export function printPath(keys: readonly Key[]): string {
  return keys.reduce<string>((path, key) => path + printKey(key), ROOT);
}

export function childPath(path: string, key: Key): string {
  return path + printKey(key);
}

/** The path of what holds a place; the root holds itself. */
export function parentPath(path: string): string {
  return printPath(parsePath(path).slice(0, -1));
}

function printKey(key: Key): string {
  if (typeof key === "number") return `[${key}]`;
  return NamingConvention.variable(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
