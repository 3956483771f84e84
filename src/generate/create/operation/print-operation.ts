import { capital, partsOf, withArticle } from "../conventions/spelling.js";
import type { CodeStyle } from "../code/code-style.js";
import { neighbourOf, sentenceOf } from "../code/code-style.js";
import { importHeader } from "../code/import-header.js";
import { missingImports } from "../code/missing-imports.js";
import type { Creation } from "../create-context.js";
import { UUID } from "../../scalars.js";
import { isOwn, isSummarized, type NewOperation } from "../new-model.js";
import { formatCode } from "../text/format-code.js";
import { operationBody } from "./operation-body.js";
import { insideComment } from "../../../spec/inside-comment.js";

/** The file of an operation; null where there is no other one to follow. */
export function printOperation(creation: Creation, operation: NewOperation): string | null {
  const { model, known, code } = creation;
  const neighbour = neighbourOf(operation, known, "provider");
  if (neighbour === null) return null;
  const { path, name } = operation.provider;
  const header = importHeader(neighbour, path, {
    structures: structuresOf(operation, code),
    payloads: operation.actor === null ? [] : [`src/decorators/payload/${capital(operation.actor)}Payload`],
    collectors:
      code.modular && operation.kind === "create" ? [`src/collectors/${model.pascal}Collector`] : [],
    transformers: transformersOf(creation, operation),
  });
  const taken = givenTo(operation);
  const body = operationBody(creation, operation);
  const used = taken.map(([each]) => each).filter((each) => new RegExp(`\\b${each}\\b`).test(body));
  const apart =
    code.destructures && operation.kind !== "stub" && used.length > 0
      ? `const { ${used.join(", ")} } = props;\n\n`
      : "";
  const result = operation.response === null ? "void" : operation.response;
  const doc = code.documented ? docOf(creation, operation) : "";
  const text = `${doc}export async function ${name}(props: {
    ${taken.map(([each, type]) => `${each}: ${type};`).join("\n")}
  }): Promise<${result}> {
    ${apart}${body}
  }`;
  const more = missingImports(header, text, path, known);
  return formatCode(`${[header, ...more].join("\n")}\n\n${text}`, code.width);
}

function structuresOf({ kind, body, response }: NewOperation, { modular }: CodeStyle): readonly string[] {
  const names = [body, response].flatMap((each) => (each === null ? [] : [each.split(".")[0] ?? ""]));
  return [...new Set(names), ...(kind === "list" ? ["IPage"] : []), ...(modular ? ["IEntity"] : [])];
}

function transformersOf(creation: Creation, operation: NewOperation): readonly string[] {
  const { model, existing, code } = creation;
  const { kind } = operation;
  if (kind === "delete") return [];
  const answer = kind === "list" ? existing?.listed : existing?.answer;
  if (answer !== undefined) return answer.transformers;
  if (!code.modular) return [];
  const summary = kind === "list" && isSummarized(model);
  return [`src/transformers/${model.pascal}${summary ? "AtSummary" : ""}Transformer`];
}

/** What an operation is given, by name and type. */
export function givenTo({ actor, parameters, body }: NewOperation): readonly (readonly [string, string])[] {
  return [
    ...(actor === null ? [] : [[actor, `${capital(actor)}Payload`] as const]),
    ...parameters.map((name) => [name, UUID] as const),
    ...(body === null ? [] : [["body", body] as const]),
  ];
}

function docOf(creation: Creation, operation: NewOperation): string {
  const lines = [
    ...describe(creation, operation),
    ...(operation.actor === null
      ? []
      : ["", `@param props.${operation.actor} Authorized ${operation.actor}`]),
  ];
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

/** What an operation does: a sentence, a blank line, and what else is to be said. */
export function describe({ model, code, existing }: Creation, operation: NewOperation): readonly string[] {
  const own = isOwn(model, operation) && operation.kind !== "create";
  const one = own ? `an own ${model.noun}` : withArticle(model.noun);
  switch (operation.kind) {
    case "create":
      return [sentenceOf("create", one, code)];
    case "list":
      return [
        sentenceOf("list", own ? `the own ${model.nouns}` : model.nouns, code),
        ...(existing?.told === true ? [] : ["", "The newest come first."]),
      ];
    case "read":
      return [sentenceOf("read", one, code)];
    case "update":
      return [sentenceOf("edit", one, code), "", "Properties left out keep their values."];
    case "delete":
      return [sentenceOf("erase", one, code)];
    case "restore":
      return [sentenceOf("restore", one, code), "", "What was erased is there again."];
    case "stub":
      return [
        operation.summary === undefined || operation.summary === ""
          ? usualSummary(operation)
          : insideComment(operation.summary),
      ];
    case "transition":
      return describeTransition(operation, one, code);
  }
}

/** "Follow.": what its name says. */
function usualSummary({ controller }: NewOperation): string {
  return `${capital(partsOf(controller.methodName).join(" "))}.`;
}

function describeTransition(
  { controller, transition }: NewOperation,
  one: string,
  code: CodeStyle,
): readonly string[] {
  const { field, from, to } = transition ?? { field: "", from: [], to: "" };
  const verb = partsOf(controller.methodName).join(" ");
  return [
    sentenceOf(verb, one, code),
    "",
    `Its ${partsOf(field).join(" ")} goes from ${from.join(" or ")} to ${to}; in any other state it is refused.`,
  ];
}
