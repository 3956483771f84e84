import { type NewOperation, operationOf } from "../new-model.js";
import { above, calling, type Scene, wholeBody } from "./own-rows.js";
import { pageOf, testList } from "./list-case.js";
import { CannotTest } from "./script.js";
import { testRestore, testTransition } from "./moved-cases.js";
import { testUpdate } from "./update-case.js";
import {
  invalidBody,
  makeRow,
  noPermission,
  notElsewhere,
  notFound,
  notOthers,
  ofRow,
  parentNotFound,
  refused,
  shownAs,
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
    case "stub":
      throw new CannotTest("its code is still to be written.");
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

function testRead(scene: Scene, operation: NewOperation): void {
  const row = makeRow(scene, "created");
  const connection = scene.script.connection(operation.actor);
  scene.script.say(
    `const read = ${calling(scene, operation, connection, ofRow(scene, operation, `${row}.id`))};`,
  );
  scene.script.say("typia.assert(read);", `TestValidator.equals("row", read, ${row});`);
  notFound(scene, operation, []);
  notElsewhere(scene, operation, `${row}.id`, []);
  noPermission(scene, operation, `${row}.id`, []);
  notOthers(scene, operation, `${row}.id`, []);
}

function testDelete(scene: Scene, operation: NewOperation): void {
  const row = makeRow(scene, "created");
  const kept = makeRow(scene, "kept");
  noPermission(scene, operation, `${row}.id`, []);
  notOthers(scene, operation, `${row}.id`, []);
  notFound(scene, operation, []);
  notElsewhere(scene, operation, `${row}.id`, []);
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
