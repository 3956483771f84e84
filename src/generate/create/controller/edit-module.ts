import { ts } from "ts-morph";
import { parseTypescript } from "../../../source/parse-typescript.js";
import { applySplices, type Edit, type Splice } from "../../../source/edit.js";
import { eolOf } from "../../../source/eol.js";
import { relativeTo } from "../code/import-header.js";
import type { Known } from "../known.js";
import type { NewOperation } from "../new-model.js";

const PATH = "src/MyModule.ts";

/** The module with new controllers behind those that it has; null where it does not list them plainly. */
export function editModule(
  operations: readonly { readonly controller: Pick<NewOperation["controller"], "className" | "path"> }[],
  known: Known,
): Edit | null {
  const file = known.backend.files.get(PATH);
  if (file === undefined || file.text === null) return null;
  const source = parseTypescript(file);
  const list = findList(source);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const last = list?.elements.at(-1);
  const lastImport =
    imports.filter((each) => each.getText().includes("/controllers/")).at(-1) ?? imports.at(-1);
  if (last === undefined || lastImport === undefined) return null;
  const eol = eolOf(file.text);
  const controllers = [
    ...new Map(operations.map(({ controller }) => [controller.className, controller.path])),
  ];
  const lines = controllers.map(
    ([name, path]) => `${eol}import { ${name} } from "${relativeTo(PATH, path.replace(/\.ts$/, ""))}";`,
  );
  const indent = /[ \t]*$/.exec(file.text.slice(0, last.getStart()))?.[0] ?? "";
  const splices: readonly Splice[] = [
    { start: lastImport.end, end: lastImport.end, text: lines.join("") },
    { start: last.end, end: last.end, text: controllers.map(([name]) => `,${eol}${indent}${name}`).join("") },
  ];
  return { path: PATH, before: file.text, after: applySplices(file.text, splices) };
}

/** Names of the controllers in the order in which the module lists them. */
export function listedControllers({ backend }: Known): readonly string[] {
  const file = backend.files.get(PATH);
  if (file === undefined || file.text === null) return [];
  return findList(parseTypescript(file))?.elements.map((each) => each.getText()) ?? [];
}

/** The array behind `controllers` in the decorator of the module. */
function findList(source: ts.SourceFile): ts.ArrayLiteralExpression | null {
  let found: ts.ArrayLiteralExpression | null = null;
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === "controllers" &&
      ts.isArrayLiteralExpression(node.initializer)
    )
      found = node.initializer;
    else if (found === null) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
