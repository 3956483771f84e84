import { ts } from "ts-morph";
import type { BackendFile } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { eolOf } from "../../source/eol.js";
import { createSource, parseTypescript } from "../../source/parse-typescript.js";
import type { PlacedSplice } from "../../source/splice-files.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { appendMembers } from "../add/append-member.js";
import { importHeader } from "../create/code/import-header.js";
import type { Known } from "../create/known.js";
import { callsOf } from "../operation/access/calls-of.js";
import { graftImports } from "../operation/graft-imports.js";
import type { Asked } from "./place-check.js";
import { placeHelper } from "./place-helper.js";
import { lineOf } from "../../source/node-span.js";

/** Longer lines are broken; it leaves room for what stands around. */
const WIDTH = 66;

export interface PlacedTests {
  readonly splices: readonly PlacedSplice[];
  /** Calls of which it is not plain who makes them. */
  readonly unsure: readonly { readonly path: string; readonly line: number }[];
}

/** Who calls an operation in a test gets a place that may: where he joins, so that all of the test may go on. */
export function placesInTests({ accessor }: Operation, asked: Asked, known: Known): PlacedTests {
  const splices: PlacedSplice[] = [];
  const unsure: { path: string; line: number }[] = [];
  const files = [...known.backend.files.values()].filter(({ path }) =>
    ["test", "helper"].includes(classify(path)),
  );
  const names = callersOf(`api.functional.${(accessor ?? []).join(".")}`, files);
  const others = new Set(
    [...known.api.operations.values()]
      .filter((each) => each.accessor !== null && each.accessor.join() !== (accessor ?? []).join())
      .filter(({ places = [] }) => places.some((each) => each.startsWith(`${asked.attribute}.`)))
      .flatMap((each) => [...callersOf(`api.functional.${(each.accessor ?? []).join(".")}`, files)]),
  );
  const needsOther = (owner: ts.FunctionDeclaration): boolean =>
    [...others].some((name) => callsOf(owner, name).length > 0);
  const moved = new Map<ts.StringLiteral, string>();
  for (const file of files) {
    if (classify(file.path) !== "test" || ![...names].some((name) => mentions(file, name))) continue;
    for (const owner of functionsOf(file)) {
      const calls = [...names].flatMap((name) => callsOf(owner, name)).filter((call) => !isRefused(call));
      const joins = new Set<ts.CallExpression>();
      for (const call of calls) {
        const join = joinOf(owner, call.connection, call.node, asked.actor);
        const placed = join === null ? null : placeOf(join, asked);
        if (placed !== null && asked.values.includes(placed.text)) continue;
        if (join !== null && placed === null) joins.add(join);
        else if (placed !== null && !needsOther(owner)) moved.set(placed, file.path);
        else unsure.push({ path: file.path, line: lineOf(call.node) });
      }
      splices.push(...[...joins].flatMap((join) => placing(join, asked, file)));
    }
  }
  for (const [place, path] of moved)
    splices.push({ path, start: place.getStart(), end: place.end, text: JSON.stringify(asked.values[0]) });
  return { splices, unsure };
}

/** What calls an operation on a connection that it is given: the SDK's function, and helpers around it. */
export function callersOf(accessor: string, files: readonly BackendFile[]): ReadonlySet<string> {
  const names = new Set([accessor]);
  const helpers = files.filter(({ path }) => classify(path) === "helper");
  for (let before = 0; before < names.size;) {
    before = names.size;
    for (const file of helpers) {
      if (![...names].some((name) => mentions(file, name))) continue;
      for (const owner of functionsOf(file)) {
        const given = owner.parameters[0]?.name.getText();
        const passes = [...names].some((name) =>
          callsOf(owner, name).some(({ connection }) => connection === given),
        );
        if (passes && owner.name !== undefined) names.add(owner.name.text);
      }
    }
  }
  return names;
}

function functionsOf(file: BackendFile): readonly ts.FunctionDeclaration[] {
  return parseTypescript(file).statements.filter(ts.isFunctionDeclaration);
}

function mentions({ text }: BackendFile, name: string): boolean {
  return text?.includes(name.slice(name.lastIndexOf(".") + 1)) === true;
}

/** Whether a test expects that the call is refused for who makes it. */
function isRefused({ refusal }: ReturnType<typeof callsOf>[number]): boolean {
  if (refusal === null) return false;
  return !refusal.sure || refusal.statuses.some((each) => each === 401 || each === 403);
}

/** Where an actor last joined on a connection before a call. */
function joinOf(
  owner: ts.FunctionDeclaration,
  connection: string,
  before: ts.Node,
  actor: string,
): ts.CallExpression | null {
  const joins = new RegExp(`(^authorize_(\\w+_)?${actor}_join|\\.auth\\.${actor}\\.join)$`, "i");
  let found: ts.CallExpression | null = null;
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      node.end <= before.getStart() &&
      joins.test(node.expression.getText().replace(/\s+/g, "")) &&
      node.arguments[0]?.getText() === connection
    )
      found = node;
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return found;
}

/** The place that a join is given already; null where it is given none. */
function placeOf(join: ts.CallExpression, { actor, attribute }: Asked): ts.StringLiteral | null {
  const around = helperCall(join, actor);
  const [, place] = around?.arguments ?? [];
  if (place === undefined || !ts.isObjectLiteralExpression(place)) return null;
  const entry = place.properties.find((each) => each.name?.getText() === attribute);
  return entry !== undefined && ts.isPropertyAssignment(entry) && ts.isStringLiteral(entry.initializer)
    ? entry.initializer
    : null;
}

/** The call of the helper around a join that is waited for, or about who has joined. */
function helperCall(join: ts.CallExpression, actor: string): ts.CallExpression | null {
  const helper = `place_${actor}`;
  const call = ts.isAwaitExpression(join.parent) ? join.parent.parent : join.parent;
  if (ts.isCallExpression(call)) return call.expression.getText() === helper ? call : null;
  const joined = declarationOf(join)?.name.getText();
  let found: ts.CallExpression | null = null;
  const visit = (node: ts.Node): void => {
    if (found !== null) return;
    if (ts.isCallExpression(node) && node.expression.getText() === helper && node.pos > join.end)
      if (node.arguments[0]?.getText() === joined) found = node;
    ts.forEachChild(node, visit);
  };
  if (joined !== undefined) visit(join.getSourceFile());
  return found;
}

/** The variable that keeps who has joined. */
function declarationOf(join: ts.CallExpression): ts.VariableDeclaration | null {
  const { parent } = ts.isAwaitExpression(join.parent) ? join.parent : join;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && ts.isAwaitExpression(join.parent)
    ? parent
    : null;
}

function placing(
  join: ts.CallExpression,
  { actor, attribute, values }: Asked,
  file: BackendFile,
): readonly PlacedSplice[] {
  const entry = `${attribute}: ${JSON.stringify(values[0])}`;
  const { path } = file;
  const around = helperCall(join, actor);
  const last = around?.arguments[1];
  if (last !== undefined && ts.isObjectLiteralExpression(last))
    return [{ path, ...appendMembers(last, [entry]) }];
  const joined = ts.isAwaitExpression(join.parent) ? join.parent : join;
  const source = join.getSourceFile();
  const helpers = [placeHelper(actor)];
  const printed = createSource(path, importHeader(file, path, { helpers }));
  const call = `place_${actor}(`;
  const eol = eolOf(source.text);
  const line =
    source.text.slice(source.text.lastIndexOf("\n", joined.getStart()) + 1).split(/\r?\n/)[0] ?? "";
  const indent = indentOf(joined);
  const long = line.length + call.length + entry.length > WIDTH;
  const statement = declarationOf(join)?.parent.parent;
  if (statement !== undefined && ts.isVariableStatement(statement)) {
    const text = `${eol}${indentOf(statement)}await ${call}${declarationOf(join)?.name.getText()}, { ${entry} });`;
    return [
      ...graftImports(source, printed, call).map((each) => ({ path, ...each })),
      { path, start: statement.end, end: statement.end, text },
    ];
  }
  const place = long ? `{${eol}${indent}  ${entry},${eol}${indent}}` : `{ ${entry} }`;
  return [
    ...graftImports(source, printed, call).map((each) => ({ path, ...each })),
    {
      path,
      start: joined.getStart(),
      end: joined.getStart(),
      text: `await ${call}${joined === join ? "await " : ""}`,
    },
    { path, start: joined.end, end: joined.end, text: `, ${place})` },
  ];
}

function indentOf(node: ts.Node): string {
  const { text } = node.getSourceFile();
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", node.getStart()) + 1))?.[0] ?? "";
}
