import type { ts } from "ts-morph";
import type { InterfaceSpec, Operation } from "../../spec/interface/interface-spec.js";
import type { Names } from "../../spec/names.js";
import type { Cause, Deadness } from "./deadness.js";
import { seedRawQueries } from "./seed-raw-queries.js";
import type { View } from "./view.js";
import { dtoDeclarations, methodOf, propertyAt, topLevel } from "../names/find-declaration.js";

/** Starts the analysis from the difference of the two specs. */
export function seed(state: Deadness, removed: Names, api: InterfaceSpec): void {
  for (const model of removed.models) state.deadModels.set(model, { cause: model, how: "queries" });
  for (const field of removed.fields) state.deadFields.set(field, { cause: field, how: "reads" });
  for (const name of compoundKeys(state, removed))
    state.deadFields.set(name, { cause: name, how: "filters" });
  for (const name of removed.dtos) seedDto(state, api, name);
  for (const name of removed.properties) seedProperty(state, api, name);
  for (const key of removed.operations) {
    const operation = api.operations.get(key);
    if (operation !== undefined) seedOperation(state, operation);
  }
  for (const model of removed.models) {
    for (const name of state.view.words()) {
      if (name === model || (name.startsWith(model) && state.program.prisma.modelOf(name) === model)) {
        pushPlaces(state, state.view.placesOf(name), { cause: model, how: "queries" });
      }
    }
    // Rows of a removed model may still be reached through kept names; its own members are dead with it.
  }
  seedRawQueries(state, removed);
  seedHidden(state, api);
  for (const field of state.deadFields.keys()) {
    const [model = "", name = ""] = field.split(".");
    pushPlaces(state, state.view.columnPlaces(name, model), { cause: field, how: "reads" });
  }
}

/** Members of DTOs that are written as `any`: called like the columns of their model. */
function seedHidden(state: Deadness, api: InterfaceSpec): void {
  const models = new Set([...state.deadFields.keys()].map((field) => field.split(".")[0]));
  for (const dto of api.dtos.values()) {
    if (dto.properties.length > 0 || dto.references.length > 0 || !models.has(dto.model ?? "")) continue;
    const file = state.view.file(dto.path);
    const [declaration] = file === undefined ? [] : dtoDeclarations(file, dto.name);
    if (declaration === undefined || !/=\s*any\b/.test(declaration.getText())) continue;
    for (const field of state.deadFields.keys()) {
      const [model, name = ""] = field.split(".");
      if (model === dto.model)
        pushPlaces(state, state.view.usesOf(name, declaration), { cause: field, how: "maps" });
    }
  }
}

export function seedDto(state: Deadness, api: InterfaceSpec, name: string): void {
  const dto = api.dtos.get(name);
  const file = dto === undefined ? undefined : state.view.file(dto.path);
  if (file === undefined) return;
  for (const declaration of dtoDeclarations(file, name))
    state.declare(declaration, { cause: name, how: "types" });
}

export function seedOperation(state: Deadness, operation: Operation): void {
  const cause: Cause = { cause: operation.key, how: "calls" };
  const controller = state.view.file(operation.controller.path);
  const method =
    controller === undefined
      ? null
      : methodOf(controller, operation.controller.className, operation.controller.methodName);
  if (method !== null) state.declare(method, { ...cause, how: "exposes" });
  if (operation.provider !== null) {
    const file = state.view.file(operation.provider.path);
    for (const each of file === undefined ? [] : topLevel(file, operation.provider.name))
      state.declare(each, cause);
  }
  for (const each of sdkFunctions(state, operation)) state.declare(each, cause);
}

/** What the SDK declares for an operation: a function and the namespace beside it. */
export function sdkFunctions(state: Deadness, operation: Operation): readonly ts.Statement[] {
  if (operation.accessor === null) return [];
  const path = ["src/api/functional", ...operation.accessor.slice(0, -1), "index.ts"].join("/");
  const sdk = state.view.file(path);
  return sdk === undefined ? [] : topLevel(sdk, operation.accessor.at(-1) ?? "");
}

function seedProperty(state: Deadness, api: InterfaceSpec, qualified: string): void {
  const at = qualified.lastIndexOf(".");
  const dto = api.dtos.get(qualified.slice(0, at));
  const property = dto?.properties.find((each) => each.name === qualified.slice(at + 1));
  const file = dto === undefined ? undefined : state.view.file(dto.path);
  if (file === undefined || property === undefined) return;
  const node = propertyAt(file, property.name, property.span);
  if (node !== null) state.declare(node, { cause: qualified, how: "maps" });
}

/** `@@unique([a, b])` gives a filter key `a_b`, which goes with either of them. */
function compoundKeys(state: Deadness, removed: Names): readonly string[] {
  const gone = new Set(removed.fields);
  const keys: string[] = [];
  for (const model of state.database.models.values()) {
    for (const attribute of model.attributes) {
      if (attribute.fields.length < 2 || !/^(unique|id)$/.test(attribute.kind)) continue;
      if (attribute.fields.some((name) => gone.has(`${model.name}.${name}`))) {
        keys.push(`${model.name}.${attribute.fields.join("_")}`);
      }
    }
  }
  return keys;
}

function pushPlaces(state: Deadness, places: ReturnType<View["placesOf"]>, cause: Cause): void {
  for (const node of places) state.push({ kind: "reference", node, cause });
}
