import type { Creation } from "../create-context.js";
import { actorId, foundBy, parentParameter, scope } from "../operation/guards.js";
import { isOfOne, isOwn, isPrivate, type NewOperation, operationOf, parentOf } from "../new-model.js";
import { above, calling, creating, otherIdOf, type Scene } from "./own-rows.js";

/** What each operation's test checks; every step says its statements to the scene's script. */

export function makeRow(scene: Scene, name: string, given: readonly string[] = []): string {
  const variable = scene.script.name(name);
  scene.script.say(`const ${variable} = ${creating(scene, given)};`);
  return variable;
}

/** Path parameters of an operation on one row. */
export function ofRow(scene: Scene, operation: NewOperation, id: string): readonly string[] {
  const given = above(scene, operation);
  return isOfOne(operation) ? [...given, `${operation.parameters.at(-1)}: ${id}`] : given;
}

export function refused(scene: Scene, title: string, status: string, call: string): void {
  scene.script.say(`await TestValidator.httpError("${title}", ${status}, async () => {\n${call};\n});`);
}

/** How an answer spells a column. */
export function shownAs({ creation: { existing, dto } }: Scene, column: string): string {
  return existing?.shown?.(column) ?? dto.spell(column);
}

/** An expression for an id that no row has. */
export const NOBODY = `typia.random<string & tags.Format<"uuid">>()`;

/** Nobody finds a row by an id that there is not. */
export function notFound(scene: Scene, operation: NewOperation, body: readonly string[]): void {
  const connection = scene.script.connection(operation.actor);
  refused(
    scene,
    "no such row",
    "404",
    calling(scene, operation, connection, [...ofRow(scene, operation, NOBODY), ...body]),
  );
}

/** A row is not found below another parent. */
export function parentNotFound(scene: Scene, operation: NewOperation, body: readonly string[]): void {
  const parameters = above(scene, operation);
  if (parameters.length === 0) return;
  const connection = scene.script.connection(operation.actor);
  const wrong = parameters.map((each, index) =>
    index === parameters.length - 1 ? `${each.slice(0, each.indexOf(":"))}: ${NOBODY}` : each,
  );
  refused(scene, "no such parent", "404", calling(scene, operation, connection, [...wrong, ...body]));
}

/** Who is not signed in, or as another actor, may not. */
export function noPermission(
  scene: Scene,
  operation: NewOperation,
  id: string,
  body: readonly string[],
): void {
  if (operation.actor === null) return;
  const given = [...ofRow(scene, operation, id), ...body];
  refused(scene, "nobody signed in", "[401, 403]", calling(scene, operation, "connection", given));
  const other = scene.creation.known.api.operations.values();
  const actors = new Set([...other].flatMap(({ actor }) => actor ?? []));
  const another = [...actors].find((actor) => actor !== operation.actor);
  if (another === undefined) return;
  refused(
    scene,
    "another kind of actor",
    "[401, 403]",
    calling(scene, operation, scene.script.connection(another), given),
  );
}

/** A row is its owner's alone. */
export function notOthers(scene: Scene, operation: NewOperation, id: string, body: readonly string[]): void {
  const { model } = scene.creation;
  const { existing } = scene.creation;
  const own = isOwn(model, operation) || asksForActor(scene.creation, operation);
  if (operation.actor === null || !own) return;
  const stranger = scene.script.stranger(operation.actor);
  const hidden = existing === undefined && (isPrivate(model) || operation.kind === "read");
  // What stands above may be hidden from a stranger as well, which is no less of a refusal.
  const status = hidden ? "404" : "[403, 404]";
  refused(
    scene,
    "somebody else's row",
    status,
    calling(scene, operation, stranger, [...ofRow(scene, operation, id), ...body]),
  );
}

/** A row is found below its own parent alone, if it is looked for there. */
export function notElsewhere(
  scene: Scene,
  operation: NewOperation,
  id: string,
  body: readonly string[],
): void {
  const { creation } = scene;
  const parent = parentOf(creation.model);
  const name = parentParameter(operation);
  const asked = scope(creation, operation).some((each) => new RegExp(`\\b${name}\\b`).test(each));
  if (parent === null || name === "" || creation.existing?.told === true || !asked) return;
  const given = ofRow(scene, operation, id);
  const other = otherIdOf(scene, parent);
  const wrong = given.map((each) => (each.startsWith(`${name}:`) ? `${name}: ${other}` : each));
  const connection = scene.script.connection(operation.actor);
  refused(scene, "below another row", "404", calling(scene, operation, connection, [...wrong, ...body]));
}

/** Whether rows of a model that is there are looked for among those of who asks. */
function asksForActor(creation: Creation, operation: NewOperation): boolean {
  const found = foundBy(creation, operation) ?? [];
  return found.some((each) => each.includes(actorId(creation, operation)));
}

/** A body with a value that no column of its type can have; null without a column. */
export function invalidBody({ creation }: Scene, whole: string, type: string): string | null {
  const [column] = creation.model.columns;
  if (column === undefined) return null;
  const name = creation.dto.spell(column.name);
  return `{ ...${whole}, ${name}: {} as unknown as ${type}[${JSON.stringify(name)}] }`;
}

/** The operation that shows one row, or else all, to somebody who may see it after the change of another. */
export function shownBy(scene: Scene): NewOperation | null {
  return operationOf(scene.creation.model, "read") ?? operationOf(scene.creation.model, "list");
}
