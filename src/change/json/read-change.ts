import type { Change } from "../change.js";
import { isChangeCommand } from "../command.js";
import { exampleOf, isKind, KINDS, printChange } from "../forms.js";
import { nearestOf } from "../nearest.js";
import { parseCommand } from "../parse-command.js";
import { validateChange } from "./change-file.js";

export type ChangeRead =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the JSON form of one change. Each problem starts with its place in the value, such as `.to.models[0]`. What
 * no line can say is refused as well: pull requests, trailers and reviews say changes in lines.
 */
export function readChange(value: unknown): ChangeRead {
  const kind = typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
  if (!isKind(kind)) return wrong([sayKind(kind)]);
  const result = validateChange(value);
  if (!result.success) {
    const known = Object.keys(exampleOf(kind));
    return wrong([...result.errors.map((error) => sayError(error, known)), sayExample(kind)]);
  }
  const line = printChange(result.data);
  const command = parseCommand(line);
  if (isChangeCommand(command) && sorted(command.change) === sorted(result.data))
    return { ok: true, change: result.data };
  const read = isChangeCommand(command) ? shown(command.change) : "nothing that I can follow";
  return wrong([`: no line says this: ${shown(line)} is read as ${read}`, sayExample(kind)]);
}

function sayKind(kind: unknown): string {
  if (typeof kind !== "string") return `.kind: expected one of ${KINDS.join(", ")}, found ${shown(kind)}`;
  const near = nearestOf(kind.replaceAll(/[ _]/g, "-"), KINDS);
  const hint = near === null ? `the kinds are ${KINDS.join(", ")}` : `did you mean ${near}?`;
  return `.kind: there is no kind of change ${shown(kind)}; ${hint}`;
}

interface ValidationError {
  readonly path: string;
  readonly expected: string;
  readonly value?: unknown;
}

function sayError({ path, expected, value }: ValidationError, known: readonly string[]): string {
  const place = path.replace(/^\$input/, "").replace(/\["(\w+)"\]/g, ".$1");
  if (expected !== "undefined") return `${place}: expected ${plain(expected)}, found ${shown(value)}`;
  const near = nearestOf(place.replace(/^.*\./, ""), known);
  return `${place}: there is no such member${near === null || place.lastIndexOf(".") > 0 ? "" : `; did you mean ${near}?`}`;
}

/** "(null | string)" is for compilers. */
function plain(expected: string): string {
  return expected
    .replace(/ReadonlyArray<(\w+)>/g, "list of $1")
    .replace(/Array<(\w+)>/g, "list of $1")
    .replace(/^\((.*)\)$/, "$1")
    .replaceAll(" | ", " or ");
}

function sayExample(kind: Change["kind"]): string {
  return `: an example of ${kind}: ${JSON.stringify(exampleOf(kind))}`;
}

/** What an object says, whatever the order of its members. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 200);
}

function wrong(problems: readonly string[]): ChangeRead {
  return { ok: false, problems };
}
