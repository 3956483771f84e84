import { type NewOperation, operationOf } from "../new-model.js";
import { calling, type Scene } from "./own-rows.js";
import { rowIn } from "./row-in-state.js";
import { CannotTest } from "./script.js";
import { makeRow, noPermission, notFound, notOthers, ofRow, refused, shownBy } from "./steps.js";

/** A row that was erased is there again; one that was not is none to restore. */
export function testRestore(scene: Scene, operation: NewOperation): void {
  const erase = scene.creation.model.operations.find(
    ({ kind, actor }) => kind === "delete" && actor === operation.actor,
  );
  const erasing = erase ?? operationOf(scene.creation.model, "delete");
  if (erasing === null) throw new CannotTest("nobody erases rows");
  const row = makeRow(scene, "created");
  const id = `${row}.id`;
  const connection = scene.script.connection(operation.actor);
  const restoring = calling(scene, operation, connection, ofRow(scene, operation, id));
  refused(scene, "not erased", "404", restoring);
  const eraser = scene.script.connection(erasing.actor);
  scene.script.say(`${calling(scene, erasing, eraser, ofRow(scene, erasing, id))};`);
  noPermission(scene, operation, id, []);
  notOthers(scene, operation, id, []);
  // While a row is there that could be taken for it.
  notFound(scene, operation, []);
  scene.script.say(`const restored = ${restoring};`, "typia.assert(restored);");
  scene.script.say(`TestValidator.equals("same row", restored.id, ${id});`);
  const shown = shownBy(scene);
  if (shown?.kind === "read") {
    const reader = scene.script.connection(shown.actor);
    scene.script.say(`const read = ${calling(scene, shown, reader, ofRow(scene, shown, id))};`);
    scene.script.say(`TestValidator.equals("there again", read.id, ${id});`);
  }
  refused(scene, "restored already", "404", restoring);
}

/** A row goes on from each of the states from which it may, and from no other. */
export function testTransition(scene: Scene, operation: NewOperation): void {
  const { transition } = operation;
  if (transition === undefined) return;
  const { dto, known, model } = scene.creation;
  const { field, from, to, stamp } = transition;
  const connection = scene.script.connection(operation.actor);
  const whole = known.api.dtos.get(operation.response ?? "")?.properties.map(({ name }) => name) ?? [];
  const shows = (column: string): boolean => whole.includes(dto.spell(column));
  const others = model.columns.find(({ name }) => name === field)?.values ?? [];
  let tried = 0;
  for (const state of from) {
    // A state into which nothing leads yet is tried by the tests of what will lead there.
    const row =
      from.length === 1 ? rowIn(scene, state, field) : attempt(scene, () => rowIn(scene, state, field));
    if (row === null) continue;
    const id = `${row}.id`;
    if (tried++ === 0) {
      noPermission(scene, operation, id, []);
      notOthers(scene, operation, id, []);
      notFound(scene, operation, []);
    }
    const call = calling(scene, operation, connection, ofRow(scene, operation, id));
    const moved = scene.script.name("moved");
    scene.script.say(`const ${moved} = ${call};`, `typia.assert(${moved});`);
    scene.script.say(`TestValidator.equals("same row", ${moved}.id, ${id});`);
    if (shows(field))
      scene.script.say(
        `TestValidator.equals("from ${state}", ${moved}.${dto.spell(field)} as string, "${to}");`,
      );
    if (stamp !== null && shows(stamp))
      scene.script.say(`TestValidator.predicate("${stamp}", ${moved}.${dto.spell(stamp)} !== null);`);
    refused(scene, `${to} already`, "409", call);
  }
  if (tried === 0) throw new CannotTest(`nothing brings a row of ${model.table} to ${from.join(" or ")}`);
  for (const state of others.filter((each) => each !== to && !from.includes(each))) {
    const row = attempt(scene, () => rowIn(scene, state, field));
    if (row === null) continue;
    const call = calling(scene, operation, connection, ofRow(scene, operation, `${row}.id`));
    refused(scene, `not from ${state}`, "409", call);
  }
}

/** What cannot be made for a test is left out of it. */
function attempt(scene: Scene, make: () => string): string | null {
  const before = scene.script.statements.length;
  try {
    return make();
  } catch (error) {
    if (!(error instanceof CannotTest)) throw error;
    scene.script.statements.length = before;
    return null;
  }
}
