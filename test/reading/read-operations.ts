import { ts } from "ts-morph";
import type { Backend } from "../../src/source/backend.js";
import { classify } from "../../src/source/layout.js";
import { parseTypescript } from "../../src/source/parse-typescript.js";
import { readDatabase } from "../../src/spec/database/read-database.js";
import { readInterface } from "../../src/spec/interface/read-interface.js";
import type { Reading } from "./reading.js";

const ROUTE =
  /^(?:TypedRoute|EncryptedRoute)\.(?:Get|Post|Put|Patch|Delete)$|^(?:Get|Post|Put|Patch|Delete)$/;

/** Methods of controllers that answer a route, and how many of them are held with everything they name. */
export function readWholeOperations(backend: Backend): Reading {
  const { operations } = readInterface(backend, readDatabase(backend));
  const known = new Map(
    [...operations.values()].map((each) => [
      `${each.controller.className}.${each.controller.methodName}`,
      each,
    ]),
  );
  const routes = [...backend.files.values()]
    .filter(({ path, text }) => classify(path) === "controller" && text !== null)
    .flatMap((file) => routesOf(parseTypescript(file)));
  const unread = routes.flatMap(({ name, path, takesBody, answers }) => {
    const held = known.get(name);
    if (held === undefined) return [`${path}: ${name}: no operation`];
    const lacks = [
      ...(takesBody && held.body === null ? ["what it takes"] : []),
      ...(answers && held.response === null ? ["what it answers"] : []),
      ...(held.accessor === null ? ["its accessor"] : []),
    ];
    return lacks.length === 0 ? [] : [`${path}: ${name}: ${lacks.join(" and ")}`];
  });
  return { members: routes.length, held: routes.length - unread.length, unread, differences: [] };
}

function routesOf(source: ts.SourceFile) {
  return source.statements.filter(ts.isClassDeclaration).flatMap((owner) =>
    owner.members.filter(ts.isMethodDeclaration).flatMap((method) => {
      const decorators = (ts.getDecorators(method) ?? []).map(nameOf);
      if (!decorators.some((each) => ROUTE.test(each))) return [];
      const given = method.parameters.flatMap((each) => ts.getDecorators(each) ?? []).map(nameOf);
      return [
        {
          name: `${owner.name?.text ?? ""}.${method.name.getText()}`,
          path: source.fileName,
          takesBody: given.some((each) => /Body$/.test(each)),
          answers: !/^Promise<(void|undefined)>$|^void$|^$/.test(method.type?.getText() ?? ""),
        },
      ];
    }),
  );
}

function nameOf({ expression }: ts.Decorator): string {
  return (ts.isCallExpression(expression) ? expression.expression : expression).getText();
}
