import { type NewOperation, operationOf, referencesOf } from "../new-model.js";
import { above, calling, idOf, otherValue, type Scene, wholeBody } from "./own-rows.js";
import { testRestore, testTransition } from "./moved-cases.js";
import {
  checkFilters,
  checkPaging,
  invalidBody,
  makeRow,
  noPermission,
  notFound,
  notOthers,
  ofRow,
  pageOf,
  parentNotFound,
  refused,
  shownBy,
} from "./steps.js";

/** Writes what the test of an operation does. */
export function testCase(scene: Scene, operation: NewOperation): void {
  switch (operation.kind) {
    case "create":
      return testCreate(scene, operation);
    case "list":
      return testList(scene, operation);
    case "read":
      return testRead(scene, operation);
    case "update":
      return testUpdate(scene, operation);
    case "delete":
      return testDelete(scene, operation);
    case "restore":
      return testRestore(scene, operation);
    case "transition":
      return testTransition(scene, operation);
  }
}

function testCreate(scene: Scene, operation: NewOperation): void {
  const { model, dto } = scene.creation;
  const connection = scene.script.connection(operation.actor);
  const type = `I${model.pascal}.ICreate`;
  scene.script.say(`const body = ${wholeBody(scene, [])};`);
  scene.script.say(
    `const created = ${calling(scene, operation, connection, [...above(scene, operation), "body"])};`,
    "typia.assert(created);",
  );
  for (const { name, scalar, optional, default: value, values } of model.columns) {
    if (scalar === "datetime") continue;
    const shown = `created.${shownAs(scene, name)}`;
    const as = values.length > 0 ? " as string" : "";
    if (value !== null) scene.script.say(`TestValidator.equals("${name}", ${shown}${as}, ${value});`);
    else if (optional) scene.script.say(`TestValidator.equals("${name}", ${shown}, null);`);
    else scene.script.say(`TestValidator.equals("${name}", ${shown}${as}, body.${dto.spell(name)});`);
  }
  const unique = model.columns.find((column) => column.unique && !column.optional);
  const again = [...above(scene, operation), "body"];
  if (unique !== undefined)
    refused(scene, `${unique.name} is taken`, "409", calling(scene, operation, connection, again));
  const invalid = invalidBody(scene, "body", type);
  if (invalid !== null)
    refused(
      scene,
      "invalid body",
      "400",
      calling(scene, operation, connection, [...above(scene, operation), `body: ${invalid}`]),
    );
  parentNotFound(scene, operation, ["body"]);
  noPermission(scene, operation, "", ["body"]);
}

function testList(scene: Scene, operation: NewOperation): void {
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

function testRead(scene: Scene, operation: NewOperation): void {
  const row = makeRow(scene, "created");
  const connection = scene.script.connection(operation.actor);
  scene.script.say(
    `const read = ${calling(scene, operation, connection, ofRow(scene, operation, `${row}.id`))};`,
  );
  scene.script.say("typia.assert(read);", `TestValidator.equals("row", read, ${row});`);
  notFound(scene, operation, []);
  noPermission(scene, operation, `${row}.id`, []);
  notOthers(scene, operation, `${row}.id`, []);
}

function testUpdate(scene: Scene, operation: NewOperation): void {
  const { model, dto } = scene.creation;
  const row = makeRow(scene, "created");
  const connection = scene.script.connection(operation.actor);
  const changes = model.columns.flatMap((column) => {
    const value = otherValue(column);
    return value === null ? [] : [`${dto.spell(column.name)}: ${value}`];
  });
  const keys = referencesOf(model).map((each) => `${dto.key(each.column)}: ${idOf(scene, each)}`);
  scene.script.structures.add(`I${model.pascal}`);
  scene.script.say(
    `const body = { ${[...keys, ...changes].join(", ")} } satisfies I${model.pascal}.IUpdate;`,
  );
  const given = ofRow(scene, operation, `${row}.id`);
  scene.script.say(
    `const updated = ${calling(scene, operation, connection, [...given, "body"])};`,
    "typia.assert(updated);",
  );
  scene.script.say(`TestValidator.equals("same row", updated.id, ${row}.id);`);
  sameReferences(scene, "updated");
  for (const { name, scalar, values } of model.columns) {
    const spelled = dto.spell(name);
    if (scalar === "datetime" || !changes.some((each) => each.startsWith(`${spelled}:`))) continue;
    scene.script.say(
      `TestValidator.equals("${name}", updated.${shownAs(scene, name)}${values.length > 0 ? " as string" : ""}, body.${spelled});`,
    );
  }
  scene.script.say(`const kept = ${calling(scene, operation, connection, [...given, "body: {}"])};`);
  scene.script.say(
    `TestValidator.equals("what is left out stays", { ...kept, ${untouched(scene)} }, { ...updated, ${untouched(scene)} });`,
  );
  const invalid = invalidBody(scene, "body", `I${model.pascal}.IUpdate`);
  if (invalid !== null)
    refused(
      scene,
      "invalid body",
      "400",
      calling(scene, operation, connection, [...given, `body: ${invalid}`]),
    );
  notFound(scene, operation, ["body"]);
  noPermission(scene, operation, `${row}.id`, ["body"]);
  notOthers(scene, operation, `${row}.id`, ["body"]);
}

/** How an answer spells a column. */
function shownAs({ creation: { existing, dto } }: Scene, column: string): string {
  return existing?.shown?.(column) ?? dto.spell(column);
}

/** The rows that references lead to are the ones of the body. */
function sameReferences({ creation, script }: Scene, shown: string): void {
  for (const { relation, summary } of creation.views) {
    if (relation.role !== "reference") continue;
    const { name, column, optional } = relation;
    const key = creation.dto.key(column);
    const row = `${shown}.${creation.dto.spell(name)}${optional ? "?" : ""}.id`;
    script.say(
      `TestValidator.equals("${name}", ${summary === null ? `${shown}.${key}` : row}, body.${key});`,
    );
  }
}

/** The time of the last change moves with every update. */
function untouched({ creation: { model, dto, schema } }: Scene): string {
  return model.updatedAt ? `${dto.spell(schema.time("updated"))}: null` : "";
}

function testDelete(scene: Scene, operation: NewOperation): void {
  const row = makeRow(scene, "created");
  const kept = makeRow(scene, "kept");
  noPermission(scene, operation, `${row}.id`, []);
  notOthers(scene, operation, `${row}.id`, []);
  notFound(scene, operation, []);
  const connection = scene.script.connection(operation.actor);
  const given = ofRow(scene, operation, `${row}.id`);
  scene.script.say(`${calling(scene, operation, connection, given)};`);
  const shown = shownBy(scene);
  if (shown?.kind === "read") {
    const reader = scene.script.connection(shown.actor);
    refused(scene, "erased", "404", calling(scene, shown, reader, ofRow(scene, shown, `${row}.id`)));
    scene.script.say(`typia.assert(${calling(scene, shown, reader, ofRow(scene, shown, `${kept}.id`))});`);
  }
  const list = operationOf(scene.creation.model, "list");
  if (list !== null) {
    const page = calling(scene, list, scene.script.connection(list.actor), [
      ...above(scene, list),
      `body: { ${pageOf(scene, list, 100)} }`,
    ]);
    scene.script.say(`const left = ${page};`);
    scene.script.say(
      `TestValidator.predicate("not listed", left.data.every((each) => each.id !== ${row}.id));`,
    );
    scene.script.say(
      `TestValidator.predicate("others are", left.data.some((each) => each.id === ${kept}.id));`,
    );
  }
  refused(scene, "erased already", "404", calling(scene, operation, connection, given));
}
