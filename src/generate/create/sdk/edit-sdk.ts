import { ts } from "ts-morph";
import { groupBy } from "../../../util/group-by.js";
import { applySplices, type Edit } from "../../../source/edit.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import { eolOf } from "../../../source/eol.js";
import type { Creation } from "../create-context.js";
import type { Known } from "../known.js";
import { exportLine, printSdk, ROOT, sdkBanner } from "./print-module.js";

/** The folders above a new file of the SDK, leading there. */
export function leadTo(folder: readonly string[], known: Known): readonly Edit[] {
  const wanted = new Map<string, string[]>();
  lead(folder, known, wanted);
  return [...wanted].map(([path, names]) => withExports(path, names, known));
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
  for (const [path, names] of wanted) edits.push(withExports(path, names, creation.known));
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

function withExports(path: string, names: readonly string[], known: Known): Edit {
  const file = known.backend.files.get(path);
  const lines = names.map(exportLine);
  if (file === undefined || file.text === null) {
    const folders = path.slice(ROOT.length).split("/").slice(0, -1);
    return { path, before: null, after: `${sdkBanner(folders)}${lines.join("\n")}\n` };
  }
  const eol = eolOf(file.text);
  const statements = parseTypescript(file).statements;
  const exports = statements.filter(ts.isExportDeclaration);
  const beside = exports.at(-1) ?? statements.filter(ts.isImportDeclaration).at(-1);
  const at = beside?.end ?? file.text.length;
  const gap = exports.length === 0 ? `${eol}${eol}` : eol;
  return {
    path,
    before: file.text,
    after: applySplices(file.text, [{ start: at, end: at, text: `${gap}${lines.join(eol)}` }]),
  };
}
