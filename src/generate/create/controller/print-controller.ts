import { ts } from "ts-morph";
import type { BackendFile } from "../../../source/backend.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import { readRoutes } from "../../../spec/interface/read-routes.js";
import { neighbourOf } from "../code/code-style.js";
import { importHeader } from "../code/import-header.js";
import { missingImports } from "../code/missing-imports.js";
import { capital } from "../conventions/spelling.js";
import type { Creation } from "../create-context.js";
import { UUID } from "../../scalars.js";
import type { NewOperation } from "../new-model.js";
import { givenTo } from "../operation/print-operation.js";
import { formatCode } from "../text/format-code.js";
import { routeComment } from "./route-comment.js";

/** The file of a controller with its routes, each of which only calls its operation. Null without a neighbour. */
export function printController(
  creation: Creation,
  operations: readonly NewOperation[],
  like: BackendFile | null = null,
): string | null {
  const { known, code } = creation;
  const [first] = operations;
  const neighbour = like ?? (first === undefined ? null : neighbourOf(first, known, "controller"));
  if (first === undefined || neighbour === null) return null;
  const { path, className } = first.controller;
  const structures = operations.flatMap(({ body, response }) =>
    [body, response].flatMap((each) => (each === null ? [] : [each.split(".")[0] ?? ""])),
  );
  const actors = [...new Set(operations.flatMap(({ actor }) => actor ?? []))].map(capital);
  const header = importHeader(neighbour, path, {
    structures: [...new Set(structures)].sort(),
    decorators: actors.map((actor) => `src/decorators/${actor}Auth`),
    payloads: actors.map((actor) => `src/decorators/payload/${actor}Payload`),
    providers: operations.map(({ provider }) => provider.path.replace(/\.ts$/, "")),
  });
  const guard = guardOf(neighbour);
  const members = operations.map((each) => route(creation, each, guard));
  const text = `@Controller("${first.prefix}")\nexport class ${className} {\n${members.join("\n\n")}\n}`;
  const more = missingImports(header, text, path, known);
  const needed = ["TypedRoute", "TypedBody", "TypedParam"].filter((name) => text.includes(`@${name}`));
  return formatCode(
    `${nestia(header, needed)}${more.map((each) => `\n${each}`).join("")}\n\n${text}`,
    code.width,
  );
}

/** The decorators that the routes need, added to those that the neighbour imports. */
function nestia(header: string, needed: readonly string[]): string {
  return header.replace(/import \{([^}]*)\} from "@nestia\/core";/, (whole, names: string) => {
    const known = names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    const missing = needed.filter((name) => !known.includes(name));
    return missing.length === 0
      ? whole
      : `import { ${[...known, ...missing].sort().join(", ")} } from "@nestia/core";`;
  });
}

function route(creation: Creation, operation: NewOperation, guard: string | null): string {
  const { actor, parameters, body, response, provider, controller, method } = operation;
  const taken = [
    ...(actor === null ? [] : [`@${capital(actor)}Auth()\n${actor}: ${capital(actor)}Payload`]),
    ...parameters.map((name) => `@TypedParam("${name}")\n${name}: ${UUID}`),
    ...(body === null ? [] : [`@TypedBody()\nbody: ${body}`]),
  ];
  const call = `return await ${provider.name}({\n${givenTo(operation)
    .map(([name]) => name)
    .join(",\n")}\n});`;
  const lines = routeComment(creation, operation).map((line) => ` * ${line}`.trimEnd());
  const decorator = `@TypedRoute.${capital(method.toLowerCase())}(${operation.route === "" ? "" : `"${operation.route}"`})`;
  return `/**
${lines.join("\n")}
 */
${decorator}
public async ${controller.methodName}(${taken.join(", ")}): Promise<${response ?? "void"}> {
  ${guard === null ? call : `try {\n${call}\n} ${guard}`}
}`;
}

/** What a neighbour does about errors, from `catch` on; null where it lets them pass. */
function guardOf(file: BackendFile): string | null {
  for (const { node } of readRoutes(parseTypescript(file)))
    for (const statement of node.body?.statements ?? [])
      if (ts.isTryStatement(statement) && statement.catchClause !== undefined)
        return statement.catchClause.getText();
  return null;
}
