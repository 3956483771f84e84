import { ts } from "ts-morph";
import type { Backend } from "../../source/backend.js";
import { createSource } from "../../source/parse-typescript.js";
import type { BodyStatement } from "../../spec/body/body.js";
import type { WrittenBody } from "../../spec/body/patch/patch-body.js";
import { readBody } from "../../spec/body/read-body.js";
import { scopeOf } from "../../spec/body/scope-of.js";
import type { Scope } from "../../spec/body/scope.js";
import { type WrittenFunction, writtenFunctions, writtenMethod } from "../../spec/body/written-functions.js";
import type { Spans } from "../../spec/expression/reader.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import type { Behaviour } from "../design.js";
import { importableNames } from "./importable-names.js";

/** The code that a behaviour is to be written into, as it is now. */
export interface Target {
  readonly behaviour: Behaviour;
  readonly operation: Operation;
  readonly path: string;
  readonly text: string;
  readonly written: WrittenFunction;
  /** Null where the function has no block that could be read. */
  readonly body: WrittenBody | null;
  /** Whether it does nothing yet. */
  readonly isStub: boolean;
  /** What is wrong with it as it is now; nothing at first. */
  readonly complaints: readonly string[];
  readonly scope: Scope;
  readonly spec: Spec;
  readonly backend: Backend;
}

/** Finds the code of an operation. That it exists was said by the phase before; its text may be anywhere. */
export function findTarget(
  backend: Backend,
  behaviour: Behaviour,
  complaints: readonly string[] = [],
): Target {
  const spec = readSpec(backend);
  const operation = spec.api.operations.get(behaviour.operation);
  if (operation === undefined) throw new Error(`There is no operation ${behaviour.operation}`);
  const path = operation.provider?.path ?? operation.controller.path;
  const text = backend.files.get(path)?.text ?? "";
  const written = functionOf(operation, text);
  if (written === null) throw new Error(`${path} does not have the code of ${operation.key}`);
  const body = bodyOf(written);
  const scope = scopeOf(written, spec);
  return {
    behaviour,
    operation,
    path,
    text,
    written,
    body,
    complaints,
    isStub: body !== null && saysNotWritten(body.statements),
    scope: { ...scope, names: [...new Set([...scope.names, ...importableNames(backend)])] },
    spec,
    backend,
  };
}

/** Whether all that a body does is to say that it is not written yet; it may take apart what it is given before. */
export function saysNotWritten(statements: readonly BodyStatement[]): boolean {
  const [only, ...others] = statements.filter(({ kind }) => kind !== "unpack");
  if (only?.kind !== "throw" || only.value.kind !== "new" || others.length > 0) return false;
  return only.value.args.some((each) => each.kind === "number" && each.value === 501);
}

/** The function of an operation in a text of its file; null where it has none. */
export function functionOf({ provider, controller }: Operation, text: string): WrittenFunction | null {
  const { statements } = createSource("operation.ts", text);
  if (provider === null) return writtenMethod(statements, controller.className, controller.methodName);
  return writtenFunctions(statements).find(({ name }) => name === provider.name) ?? null;
}

export function bodyOf({ body }: WrittenFunction): WrittenBody | null {
  if (!ts.isBlock(body)) return null;
  const spans: Spans = new WeakMap();
  return { statements: readBody(body, spans), spans };
}
