import { ts } from "ts-morph";
import { leadingText } from "../../source/node-span.js";
import { docTag } from "./doc-tag.js";
import type { Operation } from "./interface-spec.js";
import { callName, decoratorCalls, firstText } from "./decorators.js";

/** One controller method that serves a route. */
export interface Route {
  readonly method: Operation["method"];
  readonly path: string;
  readonly className: string;
  readonly node: ts.MethodDeclaration;
  readonly actor: string | null;
}

const ROUTE =
  /^(?:(?:\w+\.)?(?:TypedRoute|EncryptedRoute|TypedQuery|TypedFormData)\.|\w+\.)?(Get|Post|Put|Patch|Delete)$/;

/** Finds the routes of one file: methods with a route decorator in classes with `@Controller`. */
export function readRoutes(source: ts.SourceFile): readonly Route[] {
  const routes: Route[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) routes.push(...classRoutes(node));
    else if (!ts.isImportDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(source);
  return routes;
}

/** Keys of the routes of a file that only say where an operation is now. */
export function readForwards(source: ts.SourceFile): readonly string[] {
  return source.statements
    .filter(ts.isClassDeclaration)
    .flatMap((each) => classRoutes(each, leadsOn))
    .map(({ method, path }) => `${method} ${path}`);
}

function classRoutes(
  node: ts.ClassDeclaration,
  counts: (member: ts.MethodDeclaration) => boolean = (member) => !leadsOn(member),
): readonly Route[] {
  const controller = decoratorCalls(node).find((call) => callName(call).split(".").at(-1) === "Controller");
  if (controller === undefined) return [];
  const prefix = firstText(controller) ?? "";
  const methods = node.members.filter(ts.isMethodDeclaration).filter(counts);
  return methods.flatMap((member) => {
    for (const call of decoratorCalls(member)) {
      const verb = ROUTE.exec(callName(call))?.[1];
      if (verb === undefined) continue;
      return [
        {
          method: verb.toUpperCase() as Operation["method"],
          path: joinPath(prefix, firstText(call) ?? ""),
          className: node.name?.text ?? "",
          node: member,
          actor: actorOf(member) ?? docTag(leadingText(node), "authorization-actor"),
        },
      ];
    }
    return [];
  });
}

/** A method that the SDK does not know, and that only says where an operation is now. */
function leadsOn(node: ts.MethodDeclaration): boolean {
  return (
    decoratorCalls(node).some((call) => callName(call) === "Redirect") &&
    /^[ \t]*\*[ \t]*@ignore\b/m.test(leadingText(node))
  );
}

/** `/a` + `:id/b` → `/a/{id}/b`. */
export function joinPath(...parts: readonly string[]): string {
  const segments = parts
    .join("/")
    .split("/")
    .filter((segment) => segment !== "");
  return `/${segments.map((segment) => segment.replace(/^:(\w+)\??$/, "{$1}")).join("/")}`;
}

/** A parameter decorated `@MemberAuth()` means the actor "member". */
function actorOf(node: ts.MethodDeclaration): string | null {
  for (const parameter of node.parameters)
    for (const call of decoratorCalls(parameter)) {
      const name = /^(?:\w+\.)*(\w+)Auth$/.exec(callName(call))?.[1];
      if (name !== undefined) return name.charAt(0).toLowerCase() + name.slice(1);
    }
  return docTag(leadingText(node), "authorization-actor");
}
