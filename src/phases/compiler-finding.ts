import type { Finding } from "../model/loop/finding.js";
import { childPath } from "../model/schema/path.js";
import { nearestNames } from "../util/nearest-names.js";
import type { Diagnostic } from "../verify/diagnostic.js";

/** Longer messages print types that nobody reads to the end. */
const SHOWN = 600;

/** What the compiler says, at the part of an answer that it is about. */
export function compilerFinding(
  { code, message }: Diagnostic,
  { part, path, text }: { readonly part: object; readonly path: string; readonly text: string },
): Finding {
  const [, missing] =
    /^(?:Property|Object literal may only specify known properties, (?:and|but)) '"?([^'"]+)"?'/.exec(
      message,
    ) ?? [];
  const candidates = candidatesIn(message, missing);
  return {
    path: memberPath(part, path, missing),
    expected: expectedIn(message),
    found: text.slice(0, 160),
    candidates,
    advice: [`The compiler says (${code}): ${message.slice(0, SHOWN)}`, ...hintFor(message)].join(" "),
    by: "check",
  };
}

/** The member that holds the name which is wrong. */
function memberPath(part: object, path: string, name: string | undefined): string {
  if (name === undefined) return path;
  const holder = Object.entries(part).find(
    ([key, value]) => key !== "kind" && (value === name || String(value).endsWith(`.${name}`)),
  );
  return holder === undefined || typeof holder[1] !== "string" ? path : childPath(path, holder[0]);
}

function expectedIn(message: string): string {
  const [, type] =
    /(?:is not assignable to (?:type|parameter of type)|missing .{0,40}propert(?:y|ies) .*from type) '([^']{1,120})'/.exec(
      message,
    ) ?? [];
  if (type !== undefined) return `a value of type ${type}`;
  if (/does not exist (?:on|in) type/.test(message)) return "a name that exists there";
  return "code that compiles";
}

/** What the compiler would have taken, or the members of the type that it prints. */
function candidatesIn(message: string, missing: string | undefined): readonly string[] {
  const meant = [...message.matchAll(/Did you (?:mean|instead mean) (?:to write )?'([\w.]+)'/g)].map(
    ([, each]) => each ?? "",
  );
  if (meant.length > 0 || missing === undefined) return meant;
  const [, type = ""] = / type '(.*)'/s.exec(message) ?? [];
  return nearestNames(
    missing,
    [...type.matchAll(/(?<=[{;]\s*)(\w+)\??:/g)].map(([, each]) => each ?? ""),
  );
}

function hintFor(message: string): readonly string[] {
  return /\bPromise</.test(message) ? ["What is a promise has to be awaited first."] : [];
}
