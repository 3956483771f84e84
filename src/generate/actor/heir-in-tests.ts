import { ts } from "ts-morph";
import type { BackendFile } from "../../source/backend.js";
import type { Edit, Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import { classify } from "../../source/layout.js";
import { createSource, parseTypescript } from "../../source/parse-typescript.js";
import { type PlacedSplice, spliceFiles } from "../../source/splice-files.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { importHeader } from "../create/code/import-header.js";
import type { Known } from "../create/known.js";
import { CannotTest, Script } from "../create/test/script.js";
import type { Notice } from "../notice.js";
import { callsOf } from "../operation/access/calls-of.js";
import { graftImports } from "../operation/graft-imports.js";
import { wholeLine } from "../operation/retell.js";
import { signInOf, testsOfSignIn } from "./own-files.js";
import { callersOf } from "./places-in-tests.js";
import { type SignIn, signedInAt, signInsOf } from "./sign-ins.js";

/** Two actors of whom one does what both might, and the operations that he takes over. */
export interface Succession {
  readonly from: string;
  readonly to: string;
  readonly operations: readonly Operation[];
}

/** What becomes of tests when one actor does what another one did. */
export interface HeirInTests {
  readonly edits: readonly Edit[];
  readonly notices: readonly Notice[];
}

/** Longer lines are broken. */
const WIDTH = 80;

/**
 * In tests the heir joins where the other did. What they show either of them to be refused, and the heir may now, goes:
 * until now, nothing but who he was can have been the reason.
 */
export function heirInTests(succession: Succession, known: Known): HeirInTests {
  const { backend, api } = known;
  const signIn = new Set(testsOfSignIn(backend, signInOf(succession.from, api)));
  const files = [...backend.files.values()].filter(({ path }) => ["test", "helper"].includes(classify(path)));
  const callers = callersByOperation(succession, files, known);
  const splices: PlacedSplice[] = [];
  const deleted: Edit[] = [];
  for (const file of files.filter(({ path }) => classify(path) === "test" && !signIn.has(path))) {
    const own = inFile(file, succession, callers, known);
    if (own === null) deleted.push({ path: file.path, before: file.text ?? "", after: null });
    else splices.push(...own.map((each) => ({ path: file.path, ...each })));
  }
  return {
    edits: [...spliceFiles(backend, splices), ...deleted],
    notices: deleted.map(({ path }) => ({
      kind: "deleted-test",
      path,
      line: null,
      text: `It shows nothing but that ${succession.to} is refused what he may do now.`,
    })),
  };
}

/** Who calls each operation of either: the SDK's function, and helpers around it. */
function callersByOperation(
  { from, to }: Succession,
  files: readonly BackendFile[],
  { api }: Known,
): ReadonlyMap<Operation, ReadonlySet<string>> {
  const own = [...api.operations.values()].filter(({ actor }) => actor === from || actor === to);
  return new Map(
    own.map((each) => [each, callersOf(`api.functional.${(each.accessor ?? []).join(".")}`, files)]),
  );
}

/** The edits of one test; null where nothing that it shows would be left. */
function inFile(
  file: BackendFile,
  succession: Succession,
  callers: ReadonlyMap<Operation, ReadonlySet<string>>,
  known: Known,
): readonly Splice[] | null {
  const { from, to } = succession;
  const source = parseTypescript(file);
  const splices: Splice[] = [];
  for (const owner of source.statements.filter(ts.isFunctionDeclaration)) {
    const signIns = signInsOf(owner, [from, to]);
    const allowed = allowedNow(owner, signIns, succession, callers);
    const left = checksOf(owner).some((each) => ![...allowed].some((gone) => contains(gone, each)));
    if (allowed.size > 0 && !left) return null;
    splices.push(...[...allowed].map((each) => ({ ...wholeLine(each), text: "" })));
    for (const join of signIns)
      if (join.actor === from && join.verb === "join") splices.push(...asHeir(join, owner, to, file, known));
  }
  return splices;
}

/** Checks that either is refused what he had no right to before, and has now. */
function allowedNow(
  owner: ts.FunctionDeclaration,
  signIns: readonly SignIn[],
  { to, operations }: Succession,
  callers: ReadonlyMap<Operation, ReadonlySet<string>>,
): ReadonlySet<ts.Statement> {
  const found = new Set<ts.Statement>();
  if (!owner.getText().includes("TestValidator.")) return found;
  for (const [operation, names] of callers) {
    if (operation.actor !== to && !operations.includes(operation)) continue;
    for (const { connection, node, refusal } of [...names].flatMap((name) => callsOf(owner, name))) {
      const caller = signedInAt(signIns, connection, node);
      if (refusal !== null && caller !== null && caller !== operation.actor) found.add(refusal.statement);
    }
  }
  return found;
}

/** What a test says about what it finds, but for the types of answers. */
function checksOf(owner: ts.FunctionDeclaration): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^TestValidator\./.test(node.expression.getText())) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return found;
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}

/** The heir joins in the place of another; nothing where what is kept of who joins has members that the heir has not. */
function asHeir(
  { node, connection, actor }: SignIn,
  owner: ts.FunctionDeclaration,
  to: string,
  file: BackendFile,
  known: Known,
): readonly Splice[] {
  const variable = variableOf(node);
  const heir = signInOf(to, known.api).find(({ path }) => path.endsWith("/join"));
  const members = known.api.dtos.get(heir?.response ?? "")?.properties.map(({ name }) => name) ?? [];
  const used = variable === null ? [] : membersRead(owner, variable.name.getText());
  if (heir === undefined || !used.every((name) => members.includes(name))) return [];
  const script = new Script(known);
  let call: string;
  try {
    call = script.joining(to, connection).replace(/^await /, "");
  } catch (error) {
    if (error instanceof CannotTest) return [];
    throw error;
  }
  const type = variable?.type;
  const isHis = type !== undefined && new RegExp(`${actor}\\b`, "i").test(type.getText());
  const root = (heir.response ?? "").split(".")[0] ?? "";
  const structures = isHis ? [...new Set([...script.structures, root])] : [...script.structures];
  const header = importHeader(file, file.path, { structures, helpers: [...script.helpers] });
  const printed = createSource(file.path, header);
  const named = isHis ? `${call} ${root}` : call;
  return [
    ...graftImports(owner.getSourceFile(), printed, named),
    ...(isHis ? [{ start: type.getStart(), end: type.end, text: heir.response ?? "" }] : []),
    { start: node.getStart(), end: node.end, text: broken(call, node) },
  ];
}

/** The variable that keeps who has joined. */
function variableOf(join: ts.CallExpression): ts.VariableDeclaration | null {
  const { parent } = ts.isAwaitExpression(join.parent) ? join.parent : join;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent : null;
}

function membersRead(owner: ts.FunctionDeclaration, variable: string): readonly string[] {
  return [...owner.getText().matchAll(new RegExp(`(?<![.\\w])${variable}\\s*\\??\\.\\s*(\\w+)`, "g"))].map(
    ([, name = ""]) => name,
  );
}

/** A call with its arguments on lines of their own, where it would be too long. */
function broken(call: string, at: ts.Node): string {
  const { text } = at.getSourceFile();
  const line = text.slice(text.lastIndexOf("\n", at.getStart()) + 1, at.getStart());
  if (line.length + call.length + 1 <= WIDTH) return call;
  const [, callee = "", first = "", rest = ""] = /^([^(]+)\((\w+), (.*)\)$/s.exec(call) ?? [];
  if (callee === "") return call;
  const eol = eolOf(text);
  const indent = `${eol}${/^[ \t]*/.exec(line)?.[0] ?? ""}`;
  return `${callee}(${indent}  ${first},${indent}  ${rest},${indent})`;
}
