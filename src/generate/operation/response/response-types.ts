import { ts } from "ts-morph";
import type { Splice } from "../../../source/edit.js";
import { eolOf } from "../../../source/eol.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import type { PlacedSplice } from "../../../source/splice-files.js";
import type { Operation } from "../../../spec/interface/interface-spec.js";
import type { Known } from "../../create/known.js";
import { routeMethod } from "../access/edit-route.js";
import type { AnswerNames } from "./answer-names.js";

/** Places in a node where a type is named exactly so, with the name that it has instead. */
export function retyped(node: ts.Node, from: string, to: string): readonly Splice[] {
  const splices: Splice[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isTypeReferenceNode(each) && each.typeName.getText().replace(/\s+/g, "") === from)
      splices.push({ start: each.typeName.getStart(), end: each.typeName.end, text: to });
    ts.forEachChild(each, visit);
  };
  visit(node);
  return splices;
}

/** The route's and the SDK function's answer; a path where one of them is not plainly told. */
export function servedTypes(
  operation: Operation,
  { from, to }: AnswerNames,
  { backend }: Known,
): readonly PlacedSplice[] | { readonly path: string } {
  const { controller, accessor } = operation;
  const host = backend.files.get(controller.path);
  const method = host === undefined ? null : routeMethod(host, operation);
  const route = method === null ? [] : bodyAndType(method).flatMap((each) => retyped(each, from, to));
  if (route.length === 0) return { path: controller.path };
  const placed = route.map((each) => ({ ...each, path: controller.path }));
  if (accessor === null) return placed;
  const path = `src/api/functional/${accessor.slice(0, -1).join("/")}/index.ts`;
  const sdk = backend.files.get(path);
  const own = sdk === undefined ? [] : declared(parseTypescript(sdk), accessor.at(-1) ?? "");
  const answer = own.flatMap((each) => [...retyped(each, from, to), ...laidOut(each, from, to)]);
  return answer.length === 0 ? { path } : [...placed, ...answer.map((each) => ({ ...each, path }))];
}

function bodyAndType({ type, body }: ts.MethodDeclaration): readonly ts.Node[] {
  return [type, body].filter((each) => each !== undefined);
}

/** A function in one line of the SDK has its result in another one where the line would be too long, as its writer does it. */
function laidOut(statement: ts.Node, from: string, to: string): readonly Splice[] {
  if (!ts.isVariableStatement(statement)) return [];
  const arrow = statement.declarationList.declarations[0]?.initializer;
  if (arrow === undefined || !ts.isArrowFunction(arrow) || ts.isBlock(arrow.body)) return [];
  const { text } = statement.getSourceFile();
  const types = retyped(statement, from, to);
  const start = text.lastIndexOf("\n", statement.getStart()) + 1;
  const joint = { start: arrow.equalsGreaterThanToken.end, end: arrow.body.getStart() };
  const shift = types.length * (to.length - from.length) + (joint.start + 1 - joint.end);
  const fits = statement.end - start + shift <= 80;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
  const gap = fits ? " " : `${eolOf(text)}${indent}  `;
  return types.length === 0 || text.slice(joint.start, joint.end) === gap ? [] : [{ ...joint, text: gap }];
}

/** What the SDK says of a function but for what it is given. */
function declared(source: ts.SourceFile, name: string): readonly ts.Node[] {
  return source.statements.flatMap((each): readonly ts.Node[] => {
    if (ts.isFunctionDeclaration(each) && each.name?.text === name) return [each];
    if (!ts.isModuleDeclaration(each) || each.name.text !== name) return [];
    const members = each.body !== undefined && ts.isModuleBlock(each.body) ? each.body.statements : [];
    return members.filter((member) => !ts.isTypeAliasDeclaration(member) || !GIVEN.has(member.name.text));
  });
}

const GIVEN: ReadonlySet<string> = new Set(["Props", "Body", "Query", "Headers", "Input"]);
