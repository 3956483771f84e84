import { ts } from "ts-morph";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { joinPath } from "./read-routes.js";

const ROOT = "src/api/functional/";

/**
 * Finds the SDK function of an operation by method and path: spelled alike, since two routes may differ in nothing but
 * the names of their parameters, else whatever its parameters are called.
 */
export type AccessorFinder = (method: string, path: string) => readonly string[] | null;

/** Reads `METADATA` of every SDK function; the folders above it are its accessor. */
export function accessorFinder(backend: Backend): AccessorFinder {
  const accessors = new Map<string, readonly string[]>();
  for (const file of backend.files.values()) {
    if (classify(file.path) !== "sdk" || file.text?.includes("METADATA") !== true) continue;
    const folders = file.path.slice(ROOT.length).split("/").slice(0, -1);
    const functions = generatedFunctions(file.text) ?? sdkFunctions(parseTypescript(file));
    for (const { name, method, path } of functions) {
      accessors.set(`${method} ${path}`, [...folders, name]);
      accessors.set(routeKey(method, path), [...folders, name]);
    }
  }
  return (method, path) =>
    accessors.get(`${method} ${path}`) ?? accessors.get(routeKey(method, path)) ?? null;
}

const SPACE = /^export (?:declare )?namespace (\w+)\s*\{/gm;
const METADATA = /\bMETADATA\b[^=;]*=\s*\{\s*method:\s*"(\w+)",\s*path:\s*"([^"\\]*)"/;

/**
 * The same as below from the text alone, which is a tenth of the work. The SDK is printed by a generator, so its
 * files look alike; null for one that does not.
 */
function generatedFunctions(text: string): ReturnType<typeof sdkFunctions> | null {
  const spaces = [...text.matchAll(SPACE)];
  const found = spaces.flatMap(({ index, 1: name = "" }, at) => {
    const own = METADATA.exec(text.slice(index, spaces[at + 1]?.index));
    return own === null ? [] : [{ name, method: own[1] ?? "", path: joinPath(own[2] ?? "") }];
  });
  const declared = text.match(/\bMETADATA\b[^=;.]*=/g)?.length ?? 0;
  return found.length === spaces.length && found.length === declared ? found : null;
}

/** The functions of one SDK file, each with what its METADATA says. */
export function sdkFunctions(
  source: ts.SourceFile,
): readonly { name: string; method: string; path: string }[] {
  return source.statements.filter(ts.isModuleDeclaration).flatMap((space) => {
    if (space.body === undefined || !ts.isModuleBlock(space.body)) return [];
    const values = space.body.statements.filter(ts.isVariableStatement);
    const metadata = values
      .flatMap((statement) => [...statement.declarationList.declarations])
      .find((each) => each.name.getText() === "METADATA")?.initializer;
    const method = stringProperty(metadata, "method");
    const path = stringProperty(metadata, "path");
    return method === null || path === null ? [] : [{ name: space.name.text, method, path: joinPath(path) }];
  });
}

function stringProperty(node: ts.Expression | undefined, name: string): string | null {
  if (node === undefined) return null;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return stringProperty(node.expression, name);
  if (!ts.isObjectLiteralExpression(node)) return null;
  for (const each of node.properties)
    if (
      ts.isPropertyAssignment(each) &&
      each.name.getText() === name &&
      ts.isStringLiteralLike(each.initializer)
    )
      return each.initializer.text;
  return null;
}

function routeKey(method: string, path: string): string {
  return `${method} ${path.replaceAll(/\{\w+\}/g, "{}")}`;
}
