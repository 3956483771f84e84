import { pageSizeOf } from "../dto/dto-style.js";
import { filtersOf } from "../filters.js";
import type { NewOperation, NewRelation } from "../new-model.js";
import { above, calling, idOf, otherValue, randomValue, type Scene } from "./own-rows.js";
import { makeRow, NOBODY, noPermission, parentNotFound, refused } from "./steps.js";

/** Pages, conditions, and what is refused. */
export function testList(scene: Scene, operation: NewOperation): void {
  checkPaging(scene, operation);
  checkFilters(scene, operation);
  parentNotFound(scene, operation, ["body: {}"]);
  const invalid = [...above(scene, operation), "body: { page: 0 }"];
  refused(
    scene,
    "invalid page",
    "400",
    calling(scene, operation, scene.script.connection(operation.actor), invalid),
  );
  noPermission(scene, operation, "", ["body: {}"]);
}

/** Lists with conditions that a row meets, and with ones that it does not. */
function checkFilters(scene: Scene, operation: NewOperation): void {
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
function checkPaging(scene: Scene, operation: NewOperation): void {
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
