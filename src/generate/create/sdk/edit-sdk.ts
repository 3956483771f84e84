import { ts } from "ts-morph";
import { groupBy } from "../../../util/group-by.js";
import { applySplices, type Edit, type Splice } from "../../../source/edit.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import { eolOf } from "../../../source/eol.js";
import type { Creation } from "../create-context.js";
import type { Known } from "../known.js";
import type { NewOperation } from "../new-model.js";
import { listedControllers } from "../controller/edit-module.js";
import { exportLine, printSdk, ROOT, sdkBanner } from "./print-module.js";

/** The folders above the new file of the SDK that an operation is in, leading there. */
export function leadTo(
  { accessor, controller }: Pick<NewOperation, "accessor" | "controller">,
  known: Known,
): readonly Edit[] {
  const wanted = new Map<string, string[]>();
  lead(accessor.slice(0, -1), known, wanted);
  return [...wanted].map(([path, names]) => withExports(path, names, controller.className, known));
}

/** The SDK with the functions of new operations, and the folders above them leading there; null without an SDK to follow. */
export function editSdk(creation: Creation): readonly Edit[] | null {
  const edits: Edit[] = [];
  const folders = groupBy(creation.model.operations, ({ accessor }) => accessor.slice(0, -1).join("/"));
  for (const [folder, operations] of folders) {
    const path = `${ROOT}${folder}/index.ts`;
    const text = printSdk(creation, operations, []);
    if (text === null || creation.known.backend.files.has(path)) return null;
    edits.push({ path, before: null, after: text });
  }
  const wanted = new Map<string, string[]>();
  for (const folder of folders.keys()) lead(folder.split("/"), creation.known, wanted);
  for (const [path, names] of wanted) edits.push(withExports(path, names, null, creation.known));
  return edits;
}

/** Names that each folder above has to export and does not. */
function lead(folder: readonly string[], known: Known, wanted: Map<string, string[]>): void {
  for (let depth = folder.length - 1; depth >= 0; depth--) {
    const above = folder.slice(0, depth);
    const path = `${ROOT}${[...above, "index.ts"].join("/")}`;
    const name = folder[depth] ?? "";
    const names = wanted.get(path) ?? [];
    const has = new RegExp(`export \\* as ${name} from`).test(known.backend.files.get(path)?.text ?? "");
    if (!has && !names.includes(name)) wanted.set(path, [...names, name]);
    if (known.backend.files.has(path)) return;
  }
}

/** Without a controller that is listed already, they come last. */
function withExports(path: string, names: readonly string[], controller: string | null, known: Known): Edit {
  const file = known.backend.files.get(path);
  const lines = names.map(exportLine);
  const folders = path.slice(ROOT.length).split("/").slice(0, -1);
  if (file === undefined || file.text === null)
    return { path, before: null, after: `${sdkBanner(folders)}${lines.join("\n")}\n` };
  const eol = eolOf(file.text);
  const { statements } = parseTypescript(file);
  const exports = statements.filter(ts.isExportDeclaration);
  const behind = controller === null ? exports.at(-1) : exportBehind(exports, folders, controller, known);
  const [first] = exports;
  const beside = behind ?? statements.filter(ts.isImportDeclaration).at(-1);
  const splice =
    behind === undefined && first !== undefined
      ? insertion(first.getStart(), `${lines.join(eol)}${eol}`)
      : insertion(
          beside?.end ?? file.text.length,
          `${first === undefined ? eol : ""}${eol}${lines.join(eol)}`,
        );
  return { path, before: file.text, after: applySplices(file.text, [splice]) };
}

/** The generator of the SDK leads to folders in the order in which the controllers that it meets are listed. */
function exportBehind(
  exports: readonly ts.ExportDeclaration[],
  above: readonly string[],
  controller: string,
  known: Known,
): ts.ExportDeclaration | undefined {
  const listed = listedControllers(known);
  const placeOf = (name: string): number => (listed.includes(name) ? listed.indexOf(name) : listed.length);
  const placeOfFolder = (folder: string): number => {
    const prefix = [...above, folder].join(".");
    const reaching = [...known.api.operations.values()].filter(({ accessor }) =>
      accessor?.join(".").startsWith(`${prefix}.`),
    );
    return Math.min(...reaching.map((each) => placeOf(each.controller.className)));
  };
  return exports.filter((each) => placeOfFolder(folderOf(each)) <= placeOf(controller)).at(-1);
}

function folderOf({ exportClause }: ts.ExportDeclaration): string {
  return exportClause !== undefined && ts.isNamespaceExport(exportClause) ? exportClause.name.text : "";
}

function insertion(at: number, text: string): Splice {
  return { start: at, end: at, text };
}
