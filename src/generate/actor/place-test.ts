import { posix } from "node:path";
import type { BackendFile } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { readCodeStyle } from "../create/code/code-style.js";
import { importHeader } from "../create/code/import-header.js";
import { missingImports } from "../create/code/missing-imports.js";
import { readNaming } from "../create/conventions/naming.js";
import { partsOf, singularOf } from "../create/conventions/spelling.js";
import type { Known } from "../create/known.js";
import { formatCode } from "../create/text/format-code.js";
import { CannotTest, Script } from "../create/test/script.js";
import { placeHelper } from "./place-helper.js";
import type { Asked } from "./place-check.js";

/**
 * The test that an operation refuses an actor in a place that it is not for, and lets the same actor in as soon as his
 * row says another one; null where no test of it is there to follow. `refused` is one of the other places.
 */
export function printPlaceTest(
  operation: Operation,
  asked: Asked,
  refused: string,
  known: Known,
): readonly [path: string, text: string] | null {
  const { accessor } = operation;
  const neighbour = accessor === null ? null : testOf(accessor, known);
  if (accessor === null || neighbour === null) return null;
  const folder = posix.dirname(neighbour.path);
  const name = `test_api_${subjectOf(accessor, asked.actor, known)}_by_${asked.actor}_${asked.attribute}`;
  const path = `${folder}/${name}.ts`;
  const text = bodyOf(operation, asked, refused, name, known);
  if (text === null) return null;
  const header = importHeader(neighbour, path, text.own);
  const more = missingImports(header, text.code, path, known);
  return [path, formatCode(`${[header, ...more].join("\n")}\n\n${text.code}`, readCodeStyle(known).width)];
}

/** A test that calls an operation, or one of those beside it. */
function testOf(accessor: readonly string[], { backend }: Known): BackendFile | null {
  const tests = [...backend.files.values()].filter(({ path }) => classify(path) === "test");
  for (let length = accessor.length; length > 1; length--) {
    const call = `api.functional.${accessor.slice(0, length).join(".")}`;
    const found = tests.find(({ text }) => text?.replace(/\s+/g, "").includes(call) === true);
    if (found !== undefined) return found;
  }
  return null;
}

/** `tag_erase` for `bbs.admin.tags.erase`, so that no two operations have a test of the same name. */
function subjectOf(accessor: readonly string[], actor: string, known: Known): string {
  const { prefix } = readNaming(known);
  const own = accessor.filter(
    (each, index) => !(index === 0 && partsOf(each).join() === prefix.join()) && each !== actor,
  );
  const words = own.map((each, index) => {
    const parts = partsOf(each);
    return (index === own.length - 1 ? parts : singularOf(parts)).join("_");
  });
  return words.join("_");
}

function bodyOf(
  { accessor, parameters, body, key }: Operation,
  { actor, attribute, values }: Asked,
  refused: string,
  name: string,
  known: Known,
): { readonly code: string; readonly own: { structures: string[]; helpers: string[] } } | null {
  const script = new Script(known);
  const connection = script.name(`${actor}Connection`);
  try {
    script.join(actor, connection, script.name(actor));
  } catch (error) {
    if (error instanceof CannotTest) return null;
    throw error;
  }
  const call = `api.functional.${(accessor ?? []).join(".")}`;
  const takes = parameters.length > 0 || body !== null;
  const given = takes ? `, typia.random<${call}.Props>()` : "";
  const [allowed = ""] = values;
  script.say(
    `const attempt = async () => await ${call}(${connection}${given});`,
    `await place_${actor}(${actor}, { ${attribute}: ${JSON.stringify(refused)} });`,
    `await TestValidator.httpError("not as ${refused}", 403, attempt);`,
    `await place_${actor}(${actor}, { ${attribute}: ${JSON.stringify(allowed)} });`,
    `const status = await attempt().then(() => 200, (error) => error.status);`,
    `TestValidator.predicate("as ${allowed}", status !== 403);`,
  );
  const code = `/**
 * Only some admins may: ${key}.
 */
export async function ${name}(connection: api.IConnection): Promise<void> {
  ${script.statements.join("\n")}
}`.replace("some admins", `an ${actor} whose ${attribute} is ${values.join(" or ")}`);
  const helpers = [...script.helpers, placeHelper(actor)].sort();
  return { code, own: { structures: [...script.structures].sort(), helpers } };
}
