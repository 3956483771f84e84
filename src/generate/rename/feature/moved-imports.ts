import { posix } from "node:path";
import { ts } from "ts-morph";
import type { Backend, BackendFile } from "../../../source/backend.js";
import type { Splice } from "../../../source/edit.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import { importResolver } from "../../../source/resolve-import.js";

/** Imports that lead to a file with another path now, or stand in one. */
export function movedImports(
  backend: Backend,
  moves: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Splice[]> {
  const resolve = importResolver(backend);
  const found = new Map<string, readonly Splice[]>();
  for (const file of backend.files.values()) {
    if (file.text === null || !/\.[cm]?tsx?$/.test(file.path)) continue;
    const splices = specifiersOf(file).flatMap((node): readonly Splice[] => {
      const target = resolve(file.path, node.text);
      if (target === null) return [];
      const text = specifier(node.text, file.path, target, moves);
      return text === node.text ? [] : [{ start: node.getStart() + 1, end: node.end - 1, text }];
    });
    if (splices.length > 0) found.set(file.path, splices);
  }
  return found;
}

function specifiersOf(file: BackendFile): readonly ts.StringLiteralLike[] {
  const found: ts.StringLiteralLike[] = [];
  const visit = (node: ts.Node): void => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && /^(import|require)$/.test(node.expression.getText())
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined;
    if (from !== undefined && ts.isStringLiteralLike(from)) found.push(from);
    ts.forEachChild(node, visit);
  };
  visit(parseTypescript(file));
  return found;
}

/** How a file is imported now: an extension, an index or an alias stays as it was written. */
function specifier(
  written: string,
  from: string,
  target: string,
  moves: ReadonlyMap<string, string>,
): string {
  const [source, now] = [moves.get(from) ?? from, moves.get(target) ?? target];
  if (source === from && now === target) return written;
  const bare = (path: string): string => path.replace(/\.[cm]?tsx?$/, "");
  if (!written.startsWith(".")) return aliased(written, bare(target), bare(now));
  const end = /\.[cm]?js$/.exec(written)?.[0] ?? "";
  const index = bare(target).endsWith("/index") && !/\/index(\.[cm]?js)?$/.test(written);
  const path = posix.relative(posix.dirname(source), index ? posix.dirname(now) : bare(now));
  return (path.startsWith(".") ? path : `./${path}`) + end;
}

/** `@ORGANIZATION/PROJECT-api/lib/structures/IX`: what it has in common with the path is replaced. */
function aliased(written: string, before: string, after: string): string {
  const [a, b, c] = [written, before, after].map((path) => path.split("/"));
  if (a === undefined || b === undefined || c === undefined || b.length !== c.length) return written;
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a.at(-1 - shared) === b.at(-1 - shared)) shared++;
  return [...a.slice(0, a.length - shared), ...c.slice(c.length - shared)].join("/");
}
