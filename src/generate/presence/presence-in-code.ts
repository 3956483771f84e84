import { ts } from "ts-morph";
import type { Backend } from "../../source/backend.js";
import { applySplices, type Edit, type Splice } from "../../source/edit.js";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { LiteralOwners } from "../add/literal-owners.js";
import { entryName } from "../add/insert-entry.js";
import type { NewField } from "../add/new-field.js";
import { valueProgram } from "../add/value-program.js";
import { emptiableValue, presentValue } from "./present-value.js";
import { isValueNeeded } from "./value-needed.js";

export interface PresenceInCode {
  readonly edits: readonly Edit[];
  /** Path → how the field is used there. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** Lets the places that show and write a column follow whether it may be empty. */
export function presenceInCode(
  backend: Backend,
  database: DatabaseSpec,
  field: NewField,
  to: "required" | "optional",
): PresenceInCode {
  const { program, paths } = valueProgram(backend, database, [field]);
  const owners = new LiteralOwners(program, [field]);
  const edits: Edit[] = [];
  const reasons = new Map<string, string>();
  for (const path of paths) {
    const file = program.file(path);
    const before = backend.files.get(path)?.text;
    if (file === undefined || typeof before !== "string") continue;
    const splices = new Map<number, Splice>();
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node))
        for (const owner of owners.of(node)) {
          const shows = owner.kind === "value" && owner.carrier.use === "read";
          if (owner.kind === "query" && owner.role !== "data") continue;
          const name = owner.kind === "value" ? owner.carrier.property : field.name;
          const splice = entrySplice(node, name, field.name, shows, to);
          if (splice === null) continue;
          splices.set(splice.start, splice);
          if (!reasons.has(path)) reasons.set(path, shows ? "maps" : "writes");
        }
      if (
        to === "optional" &&
        path.startsWith("test/") &&
        isRead(node, owners, program) &&
        isValueNeeded(node)
      ) {
        // What a test made itself is there.
        splices.set(node.end, { start: node.end, end: node.end, text: "!" });
        if (!reasons.has(path)) reasons.set(path, "reads");
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    if (splices.size > 0) edits.push({ path, before, after: applySplices(before, [...splices.values()]) });
  }
  return { edits, reasons };
}

/** Whether an expression reads a property that carries the column. */
function isRead(
  node: ts.Node,
  owners: LiteralOwners,
  { checker }: TypedProgram,
): node is ts.PropertyAccessExpression {
  if (!ts.isPropertyAccessExpression(node)) return false;
  const declared = checker.getSymbolAtLocation(node.name)?.declarations ?? [];
  return declared.some((each) =>
    owners
      .ofProperty(each)
      .some(
        (owner) =>
          owner.kind === "value" && owner.carrier.property === node.name.text && owner.carrier.use === "read",
      ),
  );
}

function entrySplice(
  literal: ts.ObjectLiteralExpression,
  name: string,
  column: string,
  shows: boolean,
  to: "required" | "optional",
): Splice | null {
  const entry = literal.properties.find((each) => entryName(each) === name);
  if (entry === undefined || !ts.isPropertyAssignment(entry)) return null;
  const value = entry.initializer;
  if (to === "optional") {
    const text = shows ? emptiableValue(value, column) : null;
    return text === null ? null : { start: value.getStart(), end: value.end, text };
  }
  // What is said to be empty is not said any more: the default takes its place.
  if (!shows && value.kind === ts.SyntaxKind.NullKeyword) return withoutEntry(literal, entry);
  const text = presentValue(value);
  return text === null ? null : { start: value.getStart(), end: value.end, text };
}

function withoutEntry(literal: ts.ObjectLiteralExpression, entry: ts.ObjectLiteralElementLike): Splice {
  const { text } = literal.getSourceFile();
  const index = literal.properties.indexOf(entry);
  const next = literal.properties[index + 1];
  if (next !== undefined) return { start: entry.getStart(), end: next.getStart(), text: "" };
  const before = literal.properties[index - 1];
  const start = before?.end ?? entry.getStart();
  const comma = /^\s*,/.exec(text.slice(entry.end))?.[0].length ?? 0;
  return { start, end: before === undefined ? entry.end + comma : entry.end, text: "" };
}
