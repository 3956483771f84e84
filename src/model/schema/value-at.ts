import type { Key } from "./path.js";

/** What stands at a place of a value; undefined where there is no such place. */
export function valueAt(value: unknown, keys: readonly Key[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Reflect.get(found, key) as unknown;
  }
  return found;
}

/** The same value with something else at a place; undefined there takes it out. What is around is copied. */
export function withValueAt(value: unknown, keys: readonly Key[], replaced: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return replaced;
  if (Array.isArray(value) && typeof key === "number") {
    const inner = rest.length === 0 ? replaced : withValueAt(value[key], rest, replaced);
    const list: unknown[] = [...(value as unknown[])];
    list.splice(key, 1, ...(inner === undefined ? [] : [inner]));
    return list;
  }
  const members = typeof value === "object" && value !== null ? { ...value } : {};
  const inner = withValueAt(Reflect.get(members, key), rest, replaced);
  if (inner === undefined) Reflect.deleteProperty(members, key);
  else Reflect.set(members, key, inner);
  return members;
}
