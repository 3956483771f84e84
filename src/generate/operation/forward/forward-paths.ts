import { ts } from "ts-morph";
import { applySplices, type Edit } from "../../../source/edit.js";
import { eolOf } from "../../../source/eol.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import { editModule } from "../../create/controller/edit-module.js";
import type { Known } from "../../create/known.js";
import { type Forwarding, forwardImports, forwardMethod } from "./forwarding.js";

const CLASS = "MovedController";

/** The controller of all paths at which operations were. */
export const MOVED = `src/controllers/${CLASS}.ts`;

/** Old paths that answer with the new ones: the controller, and the module that lists it; a path where that fails. */
export function forwardPaths(
  all: readonly Forwarding[],
  known: Known,
): readonly Edit[] | { readonly path: string } {
  const file = known.backend.files.get(MOVED);
  const names = [...new Set(all.flatMap(forwardImports))];
  if (file === undefined) {
    const module = editModule([{ controller: { path: MOVED, className: CLASS } }], known);
    if (module === null) return { path: "src/MyModule.ts" };
    const eol = eolOf(module.before ?? "");
    const text = print(all, ["Controller", ...names].sort()).replaceAll("\n", eol);
    return [{ path: MOVED, before: null, after: text }, module];
  }
  const source = parseTypescript(file);
  const owner = source.statements
    .filter(ts.isClassDeclaration)
    .find((each) => each.name?.text === CLASS && each.members.length > 0);
  const list = source.statements.filter(ts.isImportDeclaration)[0]?.importClause?.namedBindings;
  if (owner === undefined || list === undefined || !ts.isNamedImports(list)) return { path: MOVED };
  const before = file.text ?? "";
  const eol = eolOf(before);
  const imported = [...new Set([...list.elements.map((each) => each.getText()), ...names])].sort();
  const at = owner.members.at(-1)?.end ?? owner.end;
  const methods = all.map((each) => `\n\n${forwardMethod(each)}`.replaceAll("\n", eol)).join("");
  const after = applySplices(before, [
    { start: list.getStart(), end: list.end, text: `{ ${imported.join(", ")} }` },
    { start: at, end: at, text: methods },
  ]);
  return [{ path: MOVED, before, after }];
}

function print(all: readonly Forwarding[], names: readonly string[]): string {
  return `import { ${names.join(", ")} } from "@nestjs/common";

/**
 * Paths at which operations were before: each answers with the path at which its operation is now.
 */
@Controller()
export class ${CLASS} {
${all.map(forwardMethod).join("\n\n")}
}
`;
}
