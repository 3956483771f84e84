import type { Creation } from "../create-context.js";
import { inputType } from "../dto/column-types.js";
import {
  isOfOne,
  type NewColumn,
  type NewOperation,
  type NewRelation,
  operationOf,
  parentOf,
  referencesOf,
} from "../new-model.js";
import { makeOther, makingOther, otherBody, type Rows } from "./other-rows.js";
import { CannotTest, type Script } from "./script.js";
import type { TestStyle } from "./test-style.js";

/** The scene of a test: rows that stand above the new model's, and who makes them. */
export interface Scene {
  readonly creation: Creation;
  readonly style: TestStyle;
  readonly script: Script;
  readonly rows: Rows;
  readonly create: NewOperation;
}

export function openScene(creation: Creation, style: TestStyle, script: Script): Scene {
  const create = operationOf(creation.model, "create");
  if (create === null) throw new CannotTest("nobody creates rows");
  const scene = { creation, style, script, rows: new Map<string, string>(), create };
  script.connection(create.actor);
  const parent = parentOf(creation.model);
  if (parent !== null) makeOther(parent.target, creation, script, scene.rows, create.actor);
  for (const { target, optional } of referencesOf(creation.model))
    if (!optional) makeOther(target, creation, script, scene.rows, create.actor);
  return scene;
}

/** The id of a row that a relation leads to. */
export function idOf({ creation, script, rows, create }: Scene, { target }: NewRelation): string {
  return makeOther(target, creation, script, rows, create.actor);
}

/** The id of another row that a relation may lead to. */
export function otherIdOf(scene: Scene, relation: NewRelation): string {
  const { name } = relation.target;
  const first = scene.rows.get(name);
  scene.rows.delete(name);
  const other = idOf(scene, relation);
  if (first !== undefined) scene.rows.set(name, first);
  return other;
}

/** Path parameters above the row's own, each with a value. */
export function above(scene: Scene, operation: NewOperation): readonly string[] {
  const parameters = isOfOne(operation) ? operation.parameters.slice(0, -1) : operation.parameters;
  return parameters.map((name, index) => {
    if (index === parameters.length - 1) return `${name}: ${parentId(scene)}`;
    const noun = name.replace(/Id$/, "").toLowerCase();
    const found = [...scene.rows].find(([table]) =>
      table.replace(/s$/, "").replaceAll("_", "").endsWith(noun),
    );
    if (found === undefined) throw new CannotTest(`${name} is not known`);
    return `${name}: ${found[1]}`;
  });
}

function parentId(scene: Scene): string {
  const parent = parentOf(scene.creation.model);
  return parent === null ? "" : (scene.rows.get(parent.target.name) ?? "");
}

/** `await` and the call that makes a row, with some columns given. */
export function creating(
  scene: Scene,
  given: readonly string[],
  connection = scene.script.connection(scene.create.actor),
): string {
  const { creation, style, script, rows, create } = scene;
  if (creation.existing !== undefined)
    return makingOther(creation.existing.model, creation, script, rows, create.actor, { given });
  const parameters = above(scene, create);
  if (style.helpers) {
    const path = `test/generate/generate_${style.helper}`;
    script.helpers.add(path);
    const body = [...requiredKeys(scene), ...given];
    const parts = [
      ...(parameters.length === 0 ? [] : [`params: { ${parameters.join(", ")} }`]),
      ...(body.length === 0 ? [] : [`body: { ${body.join(", ")} }`]),
    ];
    return `await generate_${style.helper}(${connection}, { ${parts.join(", ")} })`;
  }
  return calling(scene, create, connection, [...parameters, `body: ${wholeBody(scene, given)}`]);
}

export function requiredKeys(scene: Scene): readonly string[] {
  const { dto, model } = scene.creation;
  return referencesOf(model).flatMap((each) =>
    each.optional ? [] : [`${dto.key(each.column)}: ${idOf(scene, each)}`],
  );
}

/** A whole body: what has to be there, with what is given in its place. */
export function wholeBody(scene: Scene, given: readonly string[]): string {
  const { model, dto, existing } = scene.creation;
  if (existing !== undefined) {
    const all = otherBody(scene.create, existing.model, scene.creation, scene.script, scene.rows);
    return `{ ${all.join(", ")} } satisfies ${scene.create.body}`;
  }
  const names = new Set(given.map((each) => each.slice(0, each.indexOf(":"))));
  const columns = model.columns
    .filter((column) => !column.optional && column.default === null && !names.has(dto.spell(column.name)))
    .map((column) => `${dto.spell(column.name)}: ${randomValue(column)}`);
  scene.script.structures.add(`I${model.pascal}`);
  return `{ ${[...requiredKeys(scene), ...columns, ...given].join(", ")} } satisfies I${model.pascal}.ICreate`;
}

/** `await` and the call of an operation. */
export function calling(
  { script }: Scene,
  operation: NewOperation,
  connection: string,
  given: readonly string[],
): string {
  if (operation.body !== null && given.some((each) => each.includes("satisfies")))
    script.structures.add(operation.body.split(".")[0] ?? "");
  const props = given.length === 0 ? "" : `, { ${given.join(", ")} }`;
  return `await api.functional.${operation.accessor.join(".")}(${connection}${props})`;
}

/** An expression for a value of a column that no other row has, where its type allows that. */
export function randomValue(column: NewColumn): string {
  if (column.values.length > 0) return JSON.stringify(column.values[0]);
  if (column.scalar === "string") return "RandomGenerator.alphabets(16)";
  if (column.scalar === "boolean") return "false";
  // Not every fraction comes back from every database as it went.
  if (column.scalar === "double") return "0.25";
  return `typia.random<${inputType(column)}>()`;
}

/** Another value than the random one. */
export function otherValue(column: NewColumn): string | null {
  if (column.values.length > 0)
    return column.values[1] === undefined ? null : JSON.stringify(column.values[1]);
  if (column.scalar === "double") return "0.75";
  return column.scalar === "boolean" ? "true" : randomValue(column);
}
