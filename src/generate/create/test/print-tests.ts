import type { BackendFile } from "../../../source/backend.js";
import { importHeader } from "../code/import-header.js";
import { missingImports } from "../code/missing-imports.js";
import type { Creation } from "../create-context.js";
import { firstUnder } from "../modular/first-under.js";
import { type NewOperation, operationOf, referencesOf } from "../new-model.js";
import { describe } from "../operation/print-operation.js";
import { formatCode } from "../text/format-code.js";
import { above, openScene, randomValue } from "./own-rows.js";
import { CannotTest, Script } from "./script.js";
import { testCase } from "./test-cases.js";
import type { TestStyle } from "./test-style.js";

export interface Tests {
  readonly files: readonly (readonly [path: string, text: string])[];
  /** Why there are none; null if there are. */
  readonly lacking: string | null;
}

/** Tests of the operations of a new model, with the helpers that make its rows where the backend has such. */
export function printTests(creation: Creation, style: TestStyle): Tests {
  const neighbour = firstUnder(creation.known, "test/features/api/");
  if (neighbour === null) return { files: [], lacking: "the backend has no tests to follow" };
  try {
    const helpers = style.helpers ? helperFiles(creation, style) : [];
    const tests = creation.model.operations.map((each) => printTest(creation, style, each, neighbour));
    return { files: [...helpers, ...tests], lacking: null };
  } catch (error) {
    if (error instanceof CannotTest) return { files: [], lacking: error.message };
    throw error;
  }
}

/** The file of one test. */
export function printTest(
  creation: Creation,
  style: TestStyle,
  operation: NewOperation,
  neighbour: BackendFile,
  name = `test_api_${style.subject}_${operation.controller.methodName}${suffixOf(creation, operation)}`,
): readonly [string, string] {
  const { model, known, code } = creation;
  const script = new Script(known);
  testCase(openScene(creation, style, script), operation);
  const path = `${style.folder}/${name}.ts`;
  const [sentence] = describe(creation, operation);
  const text = `/**
 * ${sentence}
 */
export async function ${name}(connection: api.IConnection): Promise<void> {
  ${script.statements.join("\n")}
}`;
  const structures = [
    ...script.structures,
    ...(text.includes(`I${model.pascal}.`) ? [`I${model.pascal}`] : []),
  ];
  const header = importHeader(neighbour, path, {
    structures: [...new Set(structures)].sort(),
    helpers: [...script.helpers].sort(),
  });
  const more = missingImports(header, text, path, known);
  return [path, formatCode(`${[header, ...more].join("\n")}\n\n${text}`, code.width)];
}

/** Operations of one kind that several actors have are told apart. */
function suffixOf({ model }: Creation, operation: NewOperation): string {
  const first = operationOf(model, operation.kind);
  return first === operation || operation.actor === null ? "" : `_by_${operation.actor}`;
}

function helperFiles(creation: Creation, style: TestStyle): readonly (readonly [string, string])[] {
  const { model, known, code } = creation;
  const create = operationOf(model, "create");
  const like = { prepare: firstUnder(known, "test/prepare/"), generate: firstUnder(known, "test/generate/") };
  if (create === null || like.prepare === null || like.generate === null)
    throw new CannotTest("nobody creates rows");
  const type = `I${model.pascal}.ICreate`;
  const prepare = `test/prepare/prepare_${style.helper}`;
  const generate = `test/generate/generate_${style.helper}`;
  const given = givenType(creation);
  const script = new Script(known);
  const parameters = above(openScene(creation, style, script), create).map((each) =>
    each.slice(0, each.indexOf(":")),
  );
  const params = parameters.map((name) => `${name}: string & tags.Format<"uuid">`).join("; ");
  const texts: readonly (readonly [string, BackendFile, string, readonly string[]])[] = [
    [
      prepare,
      like.prepare,
      `/** Prepares the content of a random ${model.noun}. */
export const prepare_${style.helper} = (input${given.optional ? "?" : ""}: ${given.type}): ${type} => (${preparedBody(creation, given.optional)});`,
      [],
    ],
    [
      generate,
      like.generate,
      `/**
 * Creates a random ${model.noun} as the authorized actor.
 */
export async function generate_${style.helper}(connection: api.IConnection, props: {
  ${[...(params === "" ? [] : [`params: { ${params} }`]), `body${given.optional ? "?" : ""}: ${given.type}`].map((each) => `${each};`).join("\n")}
}): Promise<I${model.pascal}> {
  const prepared: ${type} = prepare_${style.helper}(props.body);
  return await api.functional.${create.accessor.join(".")}(connection, {
    ${[...parameters.map((name) => `${name}: props.params.${name}`), "body: prepared"].join(",\n")},
  });
}`,
      [prepare],
    ],
  ];
  return texts.map(([path, neighbour, text, helpers]) => {
    const file = `${path}.ts`;
    const header = importHeader(neighbour, file, { structures: [`I${model.pascal}`], helpers });
    const more = missingImports(header, text, file, known);
    return [file, formatCode(`${[header, ...more].join("\n")}\n\n${text}`, code.width)];
  });
}

/** What a helper may be given: parts of the body, and the keys that it cannot make up. */
function givenType({ model, dto }: Creation): { readonly type: string; readonly optional: boolean } {
  const keys = referencesOf(model).flatMap(({ optional, column }) =>
    optional ? [] : [JSON.stringify(dto.key(column))],
  );
  const partial = `DeepPartial<I${model.pascal}.ICreate>`;
  if (keys.length === 0) return { type: partial, optional: true };
  return { type: `${partial} & Pick<I${model.pascal}.ICreate, ${keys.join(" | ")}>`, optional: false };
}

function preparedBody({ model, dto }: Creation, optional: boolean): string {
  const input = optional ? "input?" : "input";
  const keys = referencesOf(model).map((each) => `${dto.key(each.column)}: ${input}.${dto.key(each.column)}`);
  const columns = model.columns.map((column) => {
    const value = `${input}.${dto.spell(column.name)}`;
    const open = column.optional || column.default !== null;
    return `${dto.spell(column.name)}: ${value}${open ? "" : ` ?? ${randomValue(column)}`}`;
  });
  return `{ ${[...keys, ...columns].join(", ")} }`;
}
