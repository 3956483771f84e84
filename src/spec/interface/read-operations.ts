import type { ts } from "ts-morph";
import type { Backend, BackendFile } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { parseTypescript, syntaxError } from "../../source/parse-typescript.js";
import { importResolver } from "../../source/resolve-import.js";
import { callName, decoratorCalls } from "./decorators.js";
import type { Dto, Operation } from "./interface-spec.js";
import { accessorFinder } from "./read-accessors.js";
import { providerReturnType, readProvider } from "./read-provider.js";
import { readPlacesOf } from "./read-places.js";
import { type Route, readRoutes } from "./read-routes.js";
import { resolveDto } from "./resolve-dto.js";
import { importedNames, typeNames } from "./type-names.js";

const BODY = /^(?:\w+\.)*(?:TypedBody|EncryptedBody|PlainBody|TypedQuery|TypedFormData\.Body|Body|Query)$/;

/** Reads the operations that controllers serve. Where two serve one route, the first by path wins, as a router does. */
export function readOperations(
  backend: Backend,
  dtos: ReadonlyMap<string, Dto>,
): ReadonlyMap<string, Operation> {
  const operations = new Map<string, Operation>();
  const resolve = importResolver(backend);
  const accessor = accessorFinder(backend);
  for (const file of backend.files.values()) {
    if (!mayServe(file)) continue;
    const source = parseTypescript(file);
    const broken = syntaxError(source);
    if (broken !== null) throw broken;
    for (const route of readRoutes(source)) {
      const provider = readProvider(route.node, resolve);
      const result = route.node.type ?? providerReturnType(backend, provider);
      const key = `${route.method} ${route.path}`;
      if (operations.has(key)) continue;
      const places = readPlacesOf(backend, provider, route.actor);
      operations.set(key, {
        key,
        method: route.method,
        path: route.path,
        actor: route.actor,
        ...(places !== null && { places }),
        provider,
        controller: { path: file.path, className: route.className, methodName: route.node.name.getText() },
        parameters: [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string),
        body: bodyOf(route, dtos),
        response: result === null ? null : dtoOf(result, dtos),
        accessor: accessor(route.method, route.path),
      });
    }
  }
  return operations;
}

/** Controllers may stand anywhere under `src`: a hand-written module has its own. */
function mayServe(file: BackendFile): boolean {
  const kind = classify(file.path);
  if (kind === "controller") return file.text !== null;
  return (kind === "module" || kind === "wiring") && file.text?.includes("Controller(") === true;
}

/** A query object is what a body is elsewhere: the request's DTO. */
function bodyOf(route: Route, dtos: ReadonlyMap<string, Dto>): string | null {
  for (const parameter of route.node.parameters)
    if (parameter.type !== undefined && decoratorCalls(parameter).some((call) => BODY.test(callName(call))))
      return dtoOf(parameter.type, dtos);
  return null;
}

/** The first DTO of a type; of a generic one (`IPage<IX>`) what it holds. */
function dtoOf(type: ts.TypeNode, dtos: ReadonlyMap<string, Dto>): string | null {
  const imports = importedNames(type.getSourceFile());
  const found = typeNames(type)
    .map((name) => resolveDto(name, dtos, imports))
    .filter((name) => name !== null);
  return found.length > 1 && /^Promise<[\w.]+</.test(type.getText())
    ? (found[1] ?? null)
    : (found[0] ?? null);
}
