import type { Edit } from "../../../source/edit.js";
import type { Operation } from "../../../spec/interface/interface-spec.js";
import type { Known } from "../../create/known.js";
import { MOVED } from "../forward/forward-paths.js";
import { Files } from "./files.js";
import { type Address, moveRoute } from "./move-route.js";
import { moveSdk } from "./move-sdk.js";

/** Everything that serves, calls or names an operation by its path, at its new one; a path where that cannot be told. */
export function moveOperation(
  operation: Operation,
  to: Address,
  known: Known,
): readonly Edit[] | { readonly path: string } {
  const files = new Files(known);
  const { provider, accessor, controller } = operation;
  if (provider === null) return { path: controller.path };
  const text = files.text(provider.path);
  if (text === null) return { path: provider.path };
  files.put(provider.path, null);
  files.put(to.provider.path, replaceWord(text, provider.name, to.provider.name));
  if (!moveRoute(operation, to, files)) return { path: controller.path };
  if (accessor !== null && !moveSdk(operation, to, files)) return { path: "src/api/functional" };
  if (accessor !== null) renameCalls(accessor, to.accessor, files, known);
  renameMentions(operation, to, files, known);
  leadFurther(operation, to, files);
  return files.edits();
}

function replaceWord(text: string, from: string, to: string): string {
  return text.replaceAll(new RegExp(`\\b${from}\\b`, "g"), to);
}

/** Calls of the SDK's function, outside the SDK. */
function renameCalls(from: readonly string[], to: readonly string[], files: Files, { backend }: Known): void {
  const parts = from.map((each) => each.replaceAll("$", "\\$"));
  const call = new RegExp(
    `\\bapi\\s*\\.functional\\s*\\.${parts.join("\\s*\\.")}(?=\\s*\\(|\\s*\\.\\s*(?:path|simulate|random|METADATA|Props|Body|Output)\\b)`,
    "g",
  );
  for (const { path, text } of backend.files.values()) {
    if (text === null || !/\.tsx?$/.test(path) || path.startsWith("src/api/functional/")) continue;
    if (call.test(text))
      files.put(path, (files.text(path) ?? text).replaceAll(call, `api.functional.${to.join(".")}`));
    call.lastIndex = 0;
  }
}

/** Documents that name the operation by method and path. */
function renameMentions({ method, path }: Operation, to: Address, files: Files, { backend }: Known): void {
  const spellings = [path, path.replace(/\{(\w+)\}/g, ":$1")];
  const news = [to.path, to.path.replace(/\{(\w+)\}/g, ":$1")];
  for (const file of backend.files.values()) {
    if (file.text === null || !/\.md$/.test(file.path)) continue;
    let text = file.text;
    spellings.forEach((old, index) => {
      const named = new RegExp(
        `\\b(${method}\\s+\`?)${old.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w/{:-])`,
        "g",
      );
      text = text.replaceAll(named, (_, lead: string) => `${lead}${news[index]}`);
    });
    if (text !== file.text) files.put(file.path, text);
  }
}

/** Older paths that lead to the operation lead to where it is now. */
function leadFurther({ method, path, parameters }: Operation, to: Address, files: Files): void {
  const text = files.text(MOVED);
  if (text === null) return;
  const escape = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const target = path
    .split(/\{\w+\}/)
    .map(escape)
    .join("\\$\\{encodeURIComponent\\((\\w+)\\)\\}");
  const named = `(It is \`)${escape(`${method} ${path}`)}(\` now\\.(?:(?!It is \`)[^])*?url: \`)`;
  const after = text.replace(
    new RegExp(`${named}${target}(?=\\$\\{query\\})`, "g"),
    (_, lead: string, between: string, ...given: readonly string[]) => {
      const url = to.path.replace(/\{(\w+)\}/g, (_, name: string) => {
        return `\${encodeURIComponent(${given[parameters.indexOf(name)]})}`;
      });
      return `${lead}${method} ${to.path}${between}${url}`;
    },
  );
  if (after !== text) files.put(MOVED, after);
}
