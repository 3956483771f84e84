import { ts } from "ts-morph";
import type { Creation } from "../../src/generate/create/create-context.js";
import { printController } from "../../src/generate/create/controller/print-controller.js";
import { printDto } from "../../src/generate/create/dto/print-dto.js";
import { printPage } from "../../src/generate/create/dto/print-page.js";
import { viewsOf } from "../../src/generate/create/dto/views.js";
import type { Known } from "../../src/generate/create/known.js";
import { printCollector } from "../../src/generate/create/modular/print-collector.js";
import { isSummarized, type NewModel, type NewOperation } from "../../src/generate/create/new-model.js";
import { printSdk, ROOT } from "../../src/generate/create/sdk/print-module.js";
import { colons } from "../../src/generate/create/sdk/print-function.js";
import { answerOfRow } from "../../src/generate/operation/answer-of-row.js";
import { transformerOf } from "../../src/generate/operation/transformer-of.js";
import { baseDto, describeModel } from "../../src/generate/operation/describe-model.js";
import { creationOf } from "../../src/plan/operation/plan-operation.js";
import type { Backend } from "../../src/source/backend.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { parseTypescript } from "../../src/source/parse-typescript.js";
import { readDatabase } from "../../src/spec/database/read-database.js";
import type { Model } from "../../src/spec/database/database-spec.js";
import { readInterface } from "../../src/spec/interface/read-interface.js";
import { callName, decoratorCalls, firstText } from "../../src/spec/interface/decorators.js";
import { readRoutes } from "../../src/spec/interface/read-routes.js";

/** A file that was taken out and printed again from the model, the operations and the other files. */
export interface Artefact {
  readonly kind: string;
  readonly path: string;
  /** Null where nothing of the kind is left to follow. */
  readonly text: string | null;
}

/** Every file of a kind that the bot prints, each made again without a look at the one that stands there. */
export function artefactsOf(backend: Backend): readonly Artefact[] {
  const database = readDatabase(backend);
  const known: Known = { backend, database, api: readInterface(backend, database) };
  const models = [...database.models.values()].filter((model) => baseDto(model, known) !== null);
  return models.flatMap((model) => ofModel(model, known));
}

function ofModel(model: Model, known: Known): readonly Artefact[] {
  const described = describeModel(model, known);
  const operations = described.operations.map((each) => withPrefix(each, known));
  const make = (kind: string, path: string, print: (creation: Creation) => string | null): Artefact[] => {
    if (!known.backend.files.has(path)) return [];
    return [{ kind, path, text: print(creationWithout(path, model, { ...described, operations }, known)) }];
  };
  const { pascal } = described;
  const collector = `src/collectors/${pascal}Collector.ts`;
  const shared = [...known.api.operations.values()];
  return [
    ...make("DTO", `src/api/structures/I${pascal}.ts`, ({ views, dto, schema, code, model: of }) =>
      printDto(of, views, dto, schema, code.width),
    ),
    ...make("page", `src/api/structures/IPageI${pascal}.ts`, ({ dto, known: rest, code, model: of }) =>
      printPage(of, isSummarized(of), dto, rest, code.width),
    ),
    ...make("collector", collector, (creation) => printCollector(creation, collector)),
    ...transformers(model, known),
    ...files(operations, shared, ({ controller }) => controller.path).flatMap(([path, all]) =>
      make("controller", path, (creation) => printController(creation, all)),
    ),
    ...files(operations, shared, sdkPath).flatMap(([path, all]) =>
      make("SDK", path, (creation) => printSdk(creation, all, exportsOf(path, known))),
    ),
  ];
}

/** The transformers whose rows are a model's, each made again for its DTO. */
function transformers(model: Model, known: Known): readonly Artefact[] {
  const own = [...known.api.dtos.values()].filter((dto) => dto.model === model.name);
  return own.flatMap((dto): readonly Artefact[] => {
    const name = transformerOf(dto.name, known);
    const path = `src/transformers/${name}.ts`;
    if (name === null) return [];
    const rest = knownWithout(path, known);
    const answer = answerOfRow(dto, model, { kind: "read", actor: null, parameters: [] }, rest);
    return [{ kind: "transformer", path, text: answer?.made?.path === path ? answer.made.text : null }];
  });
}

/** Files that hold nothing but these operations. */
function files(
  operations: readonly NewOperation[],
  shared: readonly Pick<NewOperation, "key" | "controller">[],
  pathOf: (operation: NewOperation) => string,
): readonly (readonly [string, readonly NewOperation[]])[] {
  const keys = new Map(operations.map((each) => [each.key, each]));
  const paths = new Set(operations.map(pathOf));
  return [...paths].flatMap((path) => {
    const inside = shared.filter((each) => pathOf(each as NewOperation) === path);
    const own = inside.flatMap(({ key }) => keys.get(key) ?? []);
    return own.length === inside.length ? [[path, own] as const] : [];
  });
}

function sdkPath({ accessor }: Pick<NewOperation, "accessor">): string {
  return `${ROOT}${(accessor ?? []).slice(0, -1).join("/")}/index.ts`;
}

/** Folders below that a file of the SDK leads to: no part of any operation. */
function exportsOf(path: string, { backend }: Known): readonly string[] {
  return [...(backend.files.get(path)?.text ?? "").matchAll(/export \* as (\w+) from/g)].map(
    ([, name]) => name ?? "",
  );
}

function knownWithout(path: string, known: Known): Known {
  const { commit, files: all } = known.backend;
  const texts = [...all.values()].flatMap((file): [string, string][] =>
    file.path === path || file.text === null ? [] : [[file.path, file.text]],
  );
  return { ...known, backend: makeBackend(commit, texts) };
}

function creationWithout(path: string, model: Model, described: NewModel, known: Known): Creation {
  const rest = knownWithout(path, known);
  const creation = creationOf(described, { model, told: false }, rest);
  return { ...creation, views: viewsOf(described, rest, creation.code.modular) };
}

/** With what the controller says before the routes, and the route what is left of the path. */
function withPrefix(operation: NewOperation, { backend }: Known): NewOperation {
  const file = backend.files.get(operation.controller.path);
  if (file === undefined) return operation;
  const source = parseTypescript(file);
  const calls = source.statements.filter(ts.isClassDeclaration).flatMap((each) => [...decoratorCalls(each)]);
  const controller = calls.find((each) => callName(each).endsWith("Controller"));
  const prefix = (controller === undefined ? null : firstText(controller)) ?? "";
  const here = readRoutes(source).find(({ node }) => node.name.getText() === operation.controller.methodName);
  const path = colons(operation.path).replace(/^\//, "");
  const route =
    here === undefined ? "" : path.slice(prefix.replace(/^\/|\/$/g, "").length).replace(/^\//, "");
  return { ...operation, prefix, route };
}
