import { ts } from "@ts-morph/common";
import type { Change } from "../change.js";
import { COMMAND_LIMIT } from "../parse-comment.js";
import { readChange } from "./read-change.js";

/** The changes of a file, or what is wrong with it, a sentence each. */
export type ChangesRead =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the text of a file of changes: one of them, a list, or `{"changes": […]}`. */
export function readChangeFile(text: string): ChangesRead {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const { list, at } = listOf(parsed.value);
  if (!Array.isArray(list)) return problem(`${at("")}: expected a list of changes, found ${shown(list)}`);
  if (list.length === 0) return problem("it holds no change");
  if (list.length > COMMAND_LIMIT)
    return problem(`it holds ${list.length} changes, and one request takes ${COMMAND_LIMIT}`);
  const changes: Change[] = [];
  const problems = unknownMembers(parsed.value);
  list.forEach((value: unknown, index) => {
    const read = readChange(value);
    if (read.ok) changes.push(read.change);
    else problems.push(...read.problems.map((each) => `${at(`[${index}]`)}${each}`));
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, changes };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; problems: readonly string[] } {
  const bare = text.replace(/^\uFEFF/, "");
  try {
    return { ok: true, value: JSON.parse(bare) as unknown };
  } catch {
    return problem(sayNoJson(bare));
  }
}

const NO_OBJECT = 5092;

/** The engine's own message has a place in some releases and none in others, so the compiler is asked for it. */
function sayNoJson(text: string): string {
  const file = ts.parseJsonText("changes.json", text);
  const values: ts.Diagnostic[] = [];
  ts.convertToObject(file, values);
  const syntax = ts.parseConfigFileTextToJson("changes.json", text).error;
  // The compiler's own files are objects, and it says so of a list.
  const first = syntax === undefined || syntax.code === NO_OBJECT ? values[0] : syntax;
  if (first === undefined) return "this is no JSON: it is empty, or has comments or commas that JSON has not";
  const { line, character } = file.getLineAndCharacterOfPosition(first.start ?? 0);
  const said = ts.flattenDiagnosticMessageText(first.messageText, " ").replace(/\.$/, "");
  return `line ${line + 1}, column ${character + 1}: this is no JSON: ${said}`;
}

/** The list, and how a place in it is called in that file. */
function listOf(value: unknown): { readonly list: unknown; readonly at: (index: string) => string } {
  if (Array.isArray(value)) return { list: value, at: (index) => index };
  if (isObject(value) && "changes" in value && !("kind" in value))
    return { list: value["changes"], at: (index) => `changes${index}` };
  return { list: [value], at: () => "" };
}

function unknownMembers(value: unknown): string[] {
  if (!isObject(value) || !("changes" in value) || "kind" in value) return [];
  const unknown = Object.keys(value).filter((key) => key !== "changes" && key !== "$schema");
  return unknown.map((key) => `${key}: a file of changes has no such member; it has changes and $schema`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 80);
}

function problem(text: string): { readonly ok: false; readonly problems: readonly string[] } {
  return { ok: false, problems: [text] };
}
