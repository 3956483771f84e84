import type { Names } from "../../spec/names.js";
import type { Notice } from "../notice.js";

/** A notice for a derived file that stays as it is although it speaks of what goes; null if it does not. */
export function staleNotice(path: string, text: string | null, removed: Names, why: string): Notice | null {
  if (text !== null && !speaksOf(text, removed)) return null;
  return { kind: "stale-file", path, line: null, text: why };
}

function speaksOf(text: string, removed: Names): boolean {
  const last = (name: string): string => name.slice(name.lastIndexOf(".") + 1);
  const paths = removed.operations.map((key) => key.slice(key.indexOf(" ") + 1));
  if (paths.some((path) => text.includes(path))) return true;
  const members = [...removed.fields, ...removed.properties].map(last);
  const names = new Set([...removed.models, ...removed.dtos, ...members]);
  const words = new Set(text.match(/[\w$]+(?:\.[\w$]+)*/g)?.flatMap((word) => [word, ...word.split(".")]));
  return [...names].some((name) => words.has(name));
}
