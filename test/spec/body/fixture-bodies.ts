import { ts } from "ts-morph";
import type { Backend } from "../../../src/source/backend.js";
import { classify } from "../../../src/source/layout.js";
import { createSource } from "../../../src/source/parse-typescript.js";
import type { BodyStatement } from "../../../src/spec/body/body.js";
import { readBody } from "../../../src/spec/body/read-body.js";
import type { Scope } from "../../../src/spec/body/scope.js";
import { scopeOf } from "../../../src/spec/body/scope-of.js";
import { writtenFunctions } from "../../../src/spec/body/written-functions.js";
import { readSpec } from "../../../src/spec/spec.js";

/** A body of a fixture, with what it can see. */
export interface FixtureBody {
  readonly name: string;
  readonly statements: readonly BodyStatement[];
  readonly scope: Scope;
}

/** All bodies of a backend's operations, collectors and transformers. */
export function fixtureBodies(backend: Backend): readonly FixtureBody[] {
  const spec = readSpec(backend);
  return [...backend.files.values()].flatMap(({ path, text }) =>
    ["operation", "collector", "transformer"].includes(classify(path))
      ? writtenFunctions(createSource(path, text ?? "").statements).flatMap((each) =>
          ts.isBlock(each.body)
            ? [{ name: each.name, statements: readBody(each.body), scope: scopeOf(each, spec) }]
            : [],
        )
      : [],
  );
}
