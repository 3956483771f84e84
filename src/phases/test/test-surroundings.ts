import { ts } from "ts-morph";
import { importedNames } from "../../generate/create/code/missing-imports.js";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { writtenFunctions } from "../../spec/body/written-functions.js";
import type { Spec } from "../../spec/spec.js";
import { byAccessor, type TestScope } from "../../spec/test/test-scope.js";
import { signatureOf } from "../signature.js";

/** A function of the tests' own. */
export interface TestHelper {
  readonly name: string;
  /** Without its ending. */
  readonly place: string;
  readonly signature: string;
  /** Whether it takes a connection first. */
  readonly connects: boolean;
}

/** The helpers of a backend's tests that others import. */
export function testHelpers(backend: Backend): readonly TestHelper[] {
  return [...backend.files.values()].flatMap((file): readonly TestHelper[] => {
    if (classify(file.path) !== "helper" || !/^test\/\w+\/\w+\.ts$/.test(file.path)) return [];
    return writtenFunctions(parseTypescript(file).statements).map(({ name, node }) => ({
      name,
      place: file.path.replace(/\.ts$/, ""),
      signature: `${name}${signatureOf(node)}`,
      connects: node.parameters[0]?.name.getText() === "connection",
    }));
  });
}

/** What tests of a backend can see. */
export function testScopeOf(backend: Backend, { api }: Spec, helpers: readonly TestHelper[]): TestScope {
  const imported = [...backend.files.values()].flatMap((file) =>
    classify(file.path) === "test"
      ? parseTypescript(file).statements.filter(ts.isImportDeclaration).flatMap(valuesOf)
      : [],
  );
  return {
    operations: byAccessor(api.operations.values()),
    helpers: helpers.filter(({ connects }) => connects).map(({ name }) => name),
    names: [...new Set([...imported, ...helpers.map(({ name }) => name)])],
  };
}

function valuesOf(statement: ts.ImportDeclaration): readonly string[] {
  const { text } = statement.moduleSpecifier as ts.StringLiteral;
  return text.includes("/structures/") ? [] : importedNames(statement);
}
