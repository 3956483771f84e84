import type { JsonMember, JsonNode } from "./json-tree.js";

/** Deeper documents are not written by any generator, and would exhaust the stack. */
const DEEPEST = 400;

const STRING = /"[^"\\\r\n]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\r\n]*)*"/y;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const BLANK = /[ \t\r\n]*/y;

/** The tree of a JSON text; null if it is not JSON. */
export function parseJson(text: string): JsonNode | null {
  const reader = { text, at: text.startsWith("\uFEFF") ? 1 : 0 };
  const root = readValue(reader, 0);
  skipBlanks(reader);
  return reader.at === text.length ? root : null;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readValue(reader: Reader, depth: number): JsonNode | null {
  skipBlanks(reader);
  const start = reader.at;
  const first = reader.text[start];
  if (depth > DEEPEST) return null;
  if (first === "{") {
    const members = readAll(reader, "}", () => readMember(reader, depth + 1));
    return members === null ? null : { kind: "object", start, end: reader.at, members };
  }
  if (first === "[") {
    const elements = readAll(reader, "]", () => readValue(reader, depth + 1));
    return elements === null ? null : { kind: "array", start, end: reader.at, elements };
  }
  if (first === '"') {
    const value = readString(reader);
    return value === null ? null : { kind: "string", start, end: reader.at, value };
  }
  return match(reader, LITERAL) === null ? null : { kind: "other", start, end: reader.at };
}

/** What stands between an opening bracket and `close`, divided by commas. */
function readAll<T>(reader: Reader, close: string, read: () => T | null): readonly T[] | null {
  const all: T[] = [];
  reader.at++;
  skipBlanks(reader);
  while (reader.text[reader.at] !== close || all.length > 0) {
    const one = read();
    if (one === null) return null;
    all.push(one);
    skipBlanks(reader);
    const next = reader.text[reader.at];
    if (next === close) break;
    if (next !== ",") return null;
    reader.at++;
  }
  reader.at++;
  return all;
}

function readMember(reader: Reader, depth: number): JsonMember | null {
  skipBlanks(reader);
  const start = reader.at;
  const key = readString(reader);
  skipBlanks(reader);
  if (key === null || reader.text[reader.at++] !== ":") return null;
  const value = readValue(reader, depth);
  return value === null ? null : { kind: "member", start, end: value.end, key, value };
}

function readString(reader: Reader): string | null {
  const raw = match(reader, STRING);
  if (raw === null) return null;
  const value: unknown = raw.includes("\\") ? JSON.parse(raw) : raw.slice(1, -1);
  return typeof value === "string" ? value : null;
}

function skipBlanks(reader: Reader): void {
  match(reader, BLANK);
}

function match(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found === null) return null;
  reader.at = pattern.lastIndex;
  return found[0];
}
