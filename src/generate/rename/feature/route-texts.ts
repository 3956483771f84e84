import { ts } from "ts-morph";
import type { Backend } from "../../../source/backend.js";
import type { Splice } from "../../../source/edit.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import { decoratorCalls, callName } from "../../../spec/interface/decorators.js";
import type { MovedRoute } from "./feature-names.js";

/** Strings and comments of controllers, and comments of what they call, that name a path or its parameters. */
export function routeTexts(
  backend: Backend,
  routes: readonly MovedRoute[],
): ReadonlyMap<string, readonly Splice[]> {
  const found = new Map<string, Splice[]>();
  const add = (path: string, splices: readonly Splice[]): void => {
    const own = found.get(path) ?? [];
    for (const each of splices) if (!own.some(({ start }) => start === each.start)) own.push(each);
    found.set(path, own);
  };
  for (const route of routes) {
    const { controller, provider } = route.operation;
    const file = backend.files.get(controller.path);
    if (file !== undefined) add(controller.path, controllerSplices(parseTypescript(file), route));
    const text = provider === null ? null : backend.files.get(provider.path)?.text;
    if (provider !== null && typeof text === "string")
      add(provider.path, paramTags(text, 0, route.parameters));
  }
  return new Map([...found].filter(([, splices]) => splices.length > 0));
}

function controllerSplices(file: ts.SourceFile, route: MovedRoute): readonly Splice[] {
  const { className, methodName } = route.operation.controller;
  const owner = file.statements.filter(ts.isClassDeclaration).find((each) => each.name?.text === className);
  const method = owner?.members
    .filter(ts.isMethodDeclaration)
    .find((each) => each.name.getText() === methodName);
  if (owner === undefined || method === undefined) return [];
  const prefix = decoratorCalls(owner).find((call) => /(^|\.)Controller$/.test(callName(call)));
  const verb = decoratorCalls(method).find((call) =>
    /(^|\.)(Get|Post|Put|Patch|Delete)$/.test(callName(call)),
  );
  const segments = [...route.segments];
  return [
    ...[prefix, verb].flatMap((call) => pathSplices(call, file, segments)),
    ...method.parameters.flatMap((parameter) =>
      decoratorCalls(parameter).flatMap((call) => parameterSplices(call, route.parameters)),
    ),
    ...paramTags(file.text.slice(method.pos, method.getStart()), method.pos, route.parameters),
  ];
}

/** The next segments of the path, in the string that a decorator is given. */
function pathSplices(
  call: ts.CallExpression | undefined,
  file: ts.SourceFile,
  segments: (readonly [string, string])[],
): readonly Splice[] {
  const visit = (node: ts.Node): ts.StringLiteralLike | undefined =>
    ts.isStringLiteralLike(node) ? node : ts.forEachChild(node, visit);
  const [argument] = call?.arguments ?? [];
  const literal = argument === undefined ? undefined : visit(argument);
  if (literal === undefined) return [];
  const start = literal.getStart(file) + 1;
  return [...literal.text.matchAll(/[^/]+/g)].flatMap((match): readonly Splice[] => {
    const [from, to] = segments.shift() ?? [];
    if (from === undefined || to === undefined || from === to) return [];
    const written = match[0].replace(/^:/, "");
    if (written !== from.replace(/[{}]/g, "")) return [];
    const at = start + match.index + (match[0].length - written.length);
    return [{ start: at, end: at + written.length, text: to.replace(/[{}]/g, "") }];
  });
}

/** `@TypedParam("articleId")` */
function parameterSplices(call: ts.CallExpression, names: MovedRoute["parameters"]): readonly Splice[] {
  const [argument] = call.arguments;
  if (argument === undefined || !ts.isStringLiteralLike(argument)) return [];
  const to = names.get(argument.text);
  return to === undefined ? [] : [{ start: argument.getStart() + 1, end: argument.end - 1, text: to }];
}

/** `@param articleId`, `@param props.articleId` */
export function paramTags(text: string, offset: number, names: MovedRoute["parameters"]): readonly Splice[] {
  return [...text.matchAll(/(@param\s+(?:props\.)?)(\w+)/g)].flatMap((match): readonly Splice[] => {
    const [, before = "", name = ""] = match;
    const to = names.get(name);
    const start = offset + match.index + before.length;
    return to === undefined ? [] : [{ start, end: start + name.length, text: to }];
  });
}
