import type { ts } from "ts-morph";
import type { BackendFile } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { spliceFiles } from "../../source/splice-files.js";
import { readCodeStyle } from "../create/code/code-style.js";
import { partsOf, singularOf } from "../create/conventions/spelling.js";
import type { Known } from "../create/known.js";
import { formatCode } from "../create/text/format-code.js";
import { declaredIn } from "../operation/local-names.js";
import type { ComputedField } from "./computed.js";
import { belowOwn } from "./below-own.js";
import { type MadeRow, type RowsMade, rowsMade } from "./rows-made.js";
import { TestCalls, testIn } from "./test-calls.js";

interface Followed {
  readonly path: string;
  readonly body: ts.Block;
  readonly rows: RowsMade;
}

/** Statements that a test gets, and where. */
export interface Check {
  readonly path: string;
  readonly body: ts.Block;
  /** The one that they stand behind, and the variable that it declares. */
  readonly statement: ts.Statement;
  readonly variable: string;
  readonly lines: readonly string[];
}

/** Has tests check what a property shows: one of a new row, and one of a row that others were made below. */
export function computedInTests(field: ComputedField, known: Known): readonly Edit[] {
  const calls = new TestCalls(known);
  const followed = testsOf(field, known).flatMap((file): readonly Followed[] => {
    const body = testIn(parseTypescript(file))?.body;
    return body === undefined ? [] : [{ path: file.path, body, rows: rowsMade(body, field, calls, known) }];
  });
  const { width } = readCodeStyle(known);
  const points = followed.flatMap(({ path, body, rows }) =>
    rows.points.flatMap((point) => {
      const check = checkOf(field, point.shown, point.children, point.whole);
      return check === null ? [] : [{ ...point, path, body, variable: point.shown, lines: [check] }];
    }),
  );
  const checks = [
    points.find(({ children }) => children.length === 0),
    points.find(({ children }) => children.length > 0) ??
      readOnce(followed, field, known) ??
      makeBelow(followed, field, known),
  ];
  const splices = checks.flatMap((each) =>
    each == null ? [] : [{ path: each.path, ...behind(each, width) }],
  );
  return spliceFiles(known.backend, splices);
}

/** The tests that compare values, those first that are about making rows of the model. */
export function testsOf({ model }: Pick<ComputedField, "model">, { backend }: Known): readonly BackendFile[] {
  const [noun = ""] = singularOf(model.name.split("_").slice(-1));
  const isOther = (path: string): number => (path.includes(`_${noun}_create`) ? 0 : 1);
  return [...backend.files.values()]
    .filter(
      ({ path, text }) => path.startsWith("test/features/") && /TestValidator\.equals\(\s*"/.test(text ?? ""),
    )
    .sort((a, b) => isOther(a.path) - isOther(b.path));
}

/** What is expected of a property; null where it is not known. */
function checkOf(
  { name, computed: { how, view } }: ComputedField,
  shown: string,
  children: readonly string[],
  whole: boolean,
): string | null {
  const [child] = children;
  if (!whole && (how === "count" || how === "list" || child === undefined)) return null;
  const named = view?.dto.properties.some((each) => each.name === "id") === true;
  const check = (actual: string, expected: string): string =>
    `TestValidator.equals("${partsOf(name).join(" ")}", ${shown}.${name}${actual}, ${expected});`;
  switch (how) {
    case "count":
      return check("", String(children.length));
    case "has":
      return check("", String(children.length > 0));
    case "latest":
      if (child === undefined) return check("", "null");
      return children.length === 1 && named ? check("?.id", `${child}.id`) : null;
    case "list":
      return children.length === 1 && named
        ? check(".map((each) => each.id)", `[${child}.id]`)
        : check(".length", String(children.length));
  }
}

/** In a test that makes rows below another one and does not read that one: reading it, and what is expected then. */
function readOnce(followed: readonly Followed[], field: ComputedField, known: Known): Check | null {
  for (const { path, body, rows } of followed) {
    const { row, statement } = rows.unread ?? {};
    if (row === undefined || statement === undefined) continue;
    const lines = readAndCheck(row, row.children, body, field, known);
    if (lines !== null) return { path, body, statement, variable: row.children.at(-1) ?? "", lines };
  }
  return null;
}

/** In a test that makes a row of a tree: at its end, making another one below it, and reading the former. */
function makeBelow(followed: readonly Followed[], field: ComputedField, known: Known): Check | null {
  for (const { path, body, rows } of followed)
    for (const row of rows.left) {
      const child = free(["child", "below"], body);
      const made = belowOwn(row, field, known);
      const read = made === null ? null : readAndCheck(row, [...row.children, child], body, field, known);
      const statement = body.statements.at(-1);
      if (read !== null && statement !== undefined)
        return { path, body, statement, variable: "", lines: [`const ${child} = ${made};`, ...read] };
    }
  return null;
}

/** Reads a row as who made it, or as anybody, and checks what is shown of it. */
function readAndCheck(
  row: MadeRow,
  children: readonly string[],
  body: ts.Block,
  field: ComputedField,
  { api }: Known,
): readonly string[] | null {
  const read = [...api.operations.values()].find(
    ({ method, path, parameters, response, accessor, actor }) =>
      method === "GET" &&
      path.endsWith("}") &&
      parameters.length === 1 &&
      accessor !== null &&
      field.carriers.some(({ dto }) => dto.name === response) &&
      (actor === null || actor === row.operation.actor),
  );
  const shown = free(["read", "shown", "found"], body);
  const check = checkOf(field, shown, children, row.alone);
  if (read === undefined || check === null) return null;
  const owner = body.parent as ts.FunctionDeclaration;
  const connection = read.actor === null ? owner.parameters[0]?.name.getText() : row.connection;
  const call = `api.functional.${read.accessor?.join(".")}(${connection}, { ${read.parameters[0]}: ${row.variable}.id })`;
  return [`const ${shown} = await ${call};`, `typia.assert(${shown});`, check];
}

/** The first of some names that a test does not use. */
export function free(wanted: readonly string[], body: ts.Block): string {
  const taken = declaredIn(body);
  return wanted.find((each) => !taken.has(each)) ?? `${wanted[0]}Again`;
}

/** Statements behind another one, and behind the assertion of its variable's type. */
export function behind(
  { statement, variable, body, lines }: Check,
  width: number,
): { readonly start: number; readonly end: number; readonly text: string } {
  const next = body.statements[body.statements.indexOf(statement) + 1];
  const asserted =
    next !== undefined && new RegExp(`^typia\\.assert\\w*(<[^>]*>)?\\(${variable}\\)`).test(next.getText());
  const { end } = asserted ? next : statement;
  const { text } = body.getSourceFile();
  const start = statement.getStart();
  const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0] ?? "";
  const eol = eolOf(text);
  const code = formatCode(lines.join("\n"), width - indent.length).trimEnd();
  return {
    start: end,
    end,
    text: code
      .split("\n")
      .map((line) => `${eol}${indent}${line}`)
      .join(""),
  };
}
