import type { Creation } from "../create-context.js";
import { pageSizeOf } from "../dto/dto-style.js";
import { filtersOf } from "../filters.js";
import { actorId, foundBy } from "../operation/guards.js";
import { isOfOne, isOwn, isPrivate, type NewOperation, type NewRelation, operationOf } from "../new-model.js";
import { above, calling, creating, idOf, otherValue, randomValue, type Scene } from "./own-rows.js";

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

/** Lists with conditions that a row meets, and with ones that it does not. */
export function checkFilters(scene: Scene, operation: NewOperation): void {
  const { model, dto } = scene.creation;
  const filters = scene.creation.existing?.filters ?? filtersOf(model, dto);
  const texts = filters.flatMap((each) => (each.kind === "search" ? each.columns : []));
  for (const text of texts) {
    const wanted = say(scene, "wanted", "RandomGenerator.alphabets(16)");
    const row = makeRow(scene, "found", [`${dto.spell(text.name)}: ${wanted}`]);
    const title = texts.length === 1 ? "search" : `search in ${text.name}`;
    compare(scene, operation, title, row, [`search: ${wanted}`], ["search: RandomGenerator.alphabets(20)"]);
  }
  const [text] = texts;
  for (const filter of filters) {
    const wanted = filter.kind === "search" ? null : valueWanted(scene, filter.of);
    if (wanted === null) continue;
    const own = `${filter.name}: ${wanted.met}`;
    // Other rows of the same kind may be many; a text that no other row has leaves this one.
    const narrow = text === undefined ? null : say(scene, "wanted", "RandomGenerator.alphabets(16)");
    const given = text === undefined || narrow === null ? [] : [`${dto.spell(text.name)}: ${narrow}`];
    const row = makeRow(scene, "found", [...given, own]);
    const base = narrow === null ? [] : [`search: ${narrow}`];
    compare(
      scene,
      operation,
      filter.name,
      row,
      [...base, own],
      [...base, `${filter.name}: ${wanted.missed}`],
    );
  }
}

function say(scene: Scene, name: string, value: string): string {
  const variable = scene.script.name(name);
  scene.script.say(`const ${variable} = ${value};`);
  return variable;
}

/** A row is listed under conditions that it meets, and not under others. */
function compare(
  scene: Scene,
  operation: NewOperation,
  title: string,
  row: string,
  meets: readonly string[],
  misses: readonly string[],
): void {
  const connection = scene.script.connection(operation.actor);
  const call = (all: readonly string[]): string => {
    const body = `body: { ${[...all, pageOf(scene, operation, 100)].join(", ")} }`;
    return calling(scene, operation, connection, [...above(scene, operation), body]);
  };
  const met = say(scene, "met", call(meets));
  scene.script.say(
    `typia.assert(${met});`,
    `TestValidator.predicate("met: ${title}", ${met}.data.some((each) => each.id === ${row}.id));`,
  );
  const missed = say(scene, "missed", call(misses));
  scene.script.say(
    `TestValidator.predicate("not met: ${title}", ${missed}.data.every((each) => each.id !== ${row}.id));`,
  );
}

function valueWanted(
  scene: Scene,
  of: Parameters<typeof otherValue>[0] | NewRelation,
): { readonly met: string; readonly missed: string } | null {
  if ("target" in of) return { met: idOf(scene, of), missed: NOBODY };
  const missed = otherValue(of);
  return missed === null ? null : { met: randomValue(of), missed };
}

/** The property of a list's request by which a page has so many rows. */
export function pageOf({ creation: { dto, known } }: Scene, { body }: NewOperation, rows: number): string {
  const request = known.api.dtos.get(body ?? "");
  return `${(request === undefined ? null : pageSizeOf(request)) ?? dto.pageSize}: ${rows}`;
}

/** Rows come in pages, the newest first. */
export function checkPaging(scene: Scene, operation: NewOperation): void {
  const { dto, schema } = scene.creation;
  for (const name of ["first", "second", "third"]) makeRow(scene, name);
  const connection = scene.script.connection(operation.actor);
  const created = dto.spell(schema.time("created"));
  const page = (number: number): string =>
    calling(scene, operation, connection, [
      ...above(scene, operation),
      `body: { page: ${number}, ${pageOf(scene, operation, 2)} }`,
    ]);
  scene.script.say(
    `const newest = ${page(1)};`,
    "typia.assert(newest);",
    `TestValidator.equals("rows of a page", newest.data.length, 2);`,
    `TestValidator.equals("limit", newest.pagination.limit, 2);`,
    `TestValidator.predicate("all rows", newest.pagination.records >= 3);`,
    `TestValidator.equals("pages", newest.pagination.pages, Math.ceil(newest.pagination.records / 2));`,
    `const older = ${page(2)};`,
    `TestValidator.equals("page", older.pagination.current, 2);`,
    `TestValidator.predicate("other rows", older.data.every((each) => newest.data.every(({ id }) => id !== each.id)));`,
  );
  if (!inOrder(scene, operation, created)) return;
  scene.script.say(
    `TestValidator.predicate("newest first", newest.data.every((each) => older.data.every((other) => each.${created} >= other.${created})));`,
  );
}

/** Whether rows come the newest first and say since when they are; a list told after another one keeps its order. */
function inOrder(
  { creation: { existing, known } }: Scene,
  operation: NewOperation,
  created: string,
): boolean {
  if (existing === undefined) return true;
  const row = (operation.response ?? "").replace(/^IPage/, "");
  const shown = known.api.dtos.get(row)?.properties.some(({ name }) => name === created);
  return !existing.told && shown === true;
}

/** The operation that shows one row, or else all, to somebody who may see it after the change of another. */
export function shownBy(scene: Scene): NewOperation | null {
  return operationOf(scene.creation.model, "read") ?? operationOf(scene.creation.model, "list");
}
