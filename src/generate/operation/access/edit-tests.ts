import { ts } from "ts-morph";
import type { Splice } from "../../../source/edit.js";
import { classify } from "../../../source/layout.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import type { Operation } from "../../../spec/interface/interface-spec.js";
import { importHeader } from "../../create/code/import-header.js";
import { type Known } from "../../create/known.js";
import { CannotTest, Script } from "../../create/test/script.js";
import { createSource } from "../../../source/parse-typescript.js";
import { eolOf } from "../../../source/eol.js";
import { graftImports } from "../graft-imports.js";
import { type Call, callsOf } from "./calls-of.js";

/** What becomes of the tests of an operation whose caller is somebody else; `unsure` names those that it cannot say of. */
export interface EditedTests {
  readonly splices: ReadonlyMap<string, readonly Splice[]>;
  readonly unsure: readonly { readonly path: string; readonly line: number }[];
}

/** Tests call an operation as who may; what only shows that somebody else may not goes where everybody may. */
export function accessInTests(operation: Operation, to: string | null, known: Known): EditedTests {
  const splices = new Map<string, readonly Splice[]>();
  const unsure: { path: string; line: number }[] = [];
  const accessor = `api.functional.${(operation.accessor ?? []).join(".")}`;
  for (const file of known.backend.files.values()) {
    const kind = classify(file.path);
    if ((kind !== "test" && kind !== "helper") || file.text?.includes(accessor) !== true) continue;
    const source = parseTypescript(file);
    for (const owner of source.statements.filter(ts.isFunctionDeclaration)) {
      const calls = callsOf(owner, accessor);
      if (calls.length === 0) continue;
      const own = kind === "helper" ? null : inFunction(owner, calls, to, known);
      if (own === null) {
        if (to !== null || kind !== "helper") {
          const at = calls[0]?.node.getStart() ?? 0;
          unsure.push({ path: file.path, line: source.getLineAndCharacterOfPosition(at).line + 1 });
        }
        continue;
      }
      splices.set(file.path, [...(splices.get(file.path) ?? []), ...own]);
    }
  }
  return { splices: new Map([...splices].filter(([, each]) => each.length > 0)), unsure };
}

/** The edits of one test; null where it is not told who calls. */
function inFunction(
  owner: ts.FunctionDeclaration,
  calls: readonly Call[],
  to: string | null,
  known: Known,
): readonly Splice[] | null {
  const main = calls.find(({ refusal }) => refusal === null)?.connection ?? null;
  if (to === null)
    return calls.flatMap(({ refusal }) =>
      refusal !== null && refusal.statuses.every((each) => each === 401 || each === 403) && refusal.sure
        ? [{ ...linesOf(refusal.statement), text: "" }]
        : [],
    );
  const [first] = calls;
  if (first === undefined) return [];
  const other = joinedAs(to, owner, first.node);
  const needed = calls.filter(
    ({ refusal, connection }) =>
      refusal === null ||
      (refusal.sure ? !refusal.statuses.some((each) => each === 401 || each === 403) : connection === main),
  );
  const swapped = calls.filter(
    ({ refusal, connection }) => refusal !== null && other !== null && connection === other,
  );
  const back: readonly Splice[] =
    main === null ? [] : swapped.map(({ argument }) => replaced(argument, main));
  const rest = needed.filter((call) => !swapped.includes(call));
  if (rest.length === 0) return back;
  if (other !== null) return [...back, ...rest.map(({ argument }) => replaced(argument, other))];
  const joined = joining(owner, rest[0]?.node ?? first.node, to, known);
  if (joined === null) return null;
  return [...back, ...joined.splices, ...rest.map(({ argument }) => replaced(argument, joined.name))];
}

/** A connection on which an actor has signed in before a call; null without one. */
function joinedAs(actor: string, owner: ts.FunctionDeclaration, before: ts.Node): string | null {
  const text = owner.getSourceFile().text.slice(owner.getStart(), before.getStart());
  const joins = new RegExp(
    `(?:authorize_(?:\\w+_)?${actor}_join|\\.auth\\.${actor}\\.join)\\(\\s*(\\w+)`,
    "gi",
  );
  const found = [...text.matchAll(joins)].map((each) => each[1] ?? "");
  return found.find((name) => name !== "connection") ?? null;
}

/** Statements that sign an actor in on a connection of its own, in front of the statement that needs it. */
function joining(
  owner: ts.FunctionDeclaration,
  call: ts.Node,
  actor: string,
  known: Known,
): { readonly name: string; readonly splices: readonly Splice[] } | null {
  const source = owner.getSourceFile();
  const script = new Script(known);
  const taken = new RegExp(`\\b${actor}Connection\\b`).test(owner.getText());
  const name = taken ? `${actor}OfOperation` : `${actor}Connection`;
  try {
    script.join(actor, name, null);
  } catch (error) {
    if (error instanceof CannotTest) return null;
    throw error;
  }
  let statement: ts.Node = call;
  while (statement.parent !== owner.body && statement.parent !== undefined) statement = statement.parent;
  const eol = eolOf(source.text);
  const at = statement.getStart();
  const text = script.statements.map((each) => `${each}${eol}  `).join("");
  const own = { structures: [...script.structures], helpers: [...script.helpers] };
  const file = known.backend.files.get(source.fileName);
  if (file === undefined) return null;
  const printed = createSource(source.fileName, importHeader(file, source.fileName, own));
  return { name, splices: [...graftImports(source, printed, text), { start: at, end: at, text }] };
}

function replaced(argument: ts.Node, name: string): Splice {
  return { start: argument.getStart(), end: argument.end, text: name };
}

function linesOf(statement: ts.Statement): { readonly start: number; readonly end: number } {
  const text = statement.getSourceFile().text;
  const start = text.lastIndexOf("\n", statement.getStart() - 1) + 1;
  const end = text.indexOf("\n", statement.end);
  return { start, end: end === -1 ? statement.end : end + 1 };
}
