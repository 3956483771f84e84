import type { Creation } from "../create-context.js";
import { type NewOperation, type NewRelation, referencesOf } from "../new-model.js";
import { calling, otherIdOf, otherValue, type Scene } from "./own-rows.js";
import {
  invalidBody,
  makeRow,
  noPermission,
  notElsewhere,
  notFound,
  notOthers,
  ofRow,
  refused,
  shownAs,
} from "./steps.js";

/** Every property of a row changes but its parent and owner, and what is left out stays. */
export function testUpdate(scene: Scene, operation: NewOperation): void {
  const { model, dto } = scene.creation;
  const row = makeRow(scene, "created");
  const connection = scene.script.connection(operation.actor);
  const changes = model.columns.flatMap((column) => {
    const value = otherValue(column);
    return value === null ? [] : [`${dto.spell(column.name)}: ${value}`];
  });
  const keys = referencesOf(model).map((each) => `${dto.key(each.column)}: ${otherIdOf(scene, each)}`);
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
  notElsewhere(scene, operation, `${row}.id`, ["body"]);
  noPermission(scene, operation, `${row}.id`, ["body"]);
  notOthers(scene, operation, `${row}.id`, ["body"]);
}

/** The rows that references lead to are the ones of the body. */
function sameReferences(scene: Scene, answer: string): void {
  const { creation, script } = scene;
  for (const relation of referencesOf(creation.model)) {
    const shown = creation.existing === undefined ? shownNew(scene, relation) : shownKey(creation, relation);
    if (shown !== null)
      script.say(
        `TestValidator.equals("${relation.name}", ${answer}.${shown}, body.${creation.dto.key(relation.column)});`,
      );
  }
}

/** Where the answer of a new model has the id of a related row; null if it does not show it. */
function shownNew(
  { creation: { views, dto } }: Scene,
  { name, column, optional }: NewRelation,
): string | null {
  const view = views.find(({ relation }) => relation.column === column);
  if (view === undefined) return null;
  return view.summary === null ? dto.key(column) : `${dto.spell(name)}${optional ? "?" : ""}.id`;
}

/** The same of a DTO that is there. */
function shownKey({ known: { api }, model }: Creation, { name, column }: NewRelation): string | null {
  const found = api.dtos
    .get(`I${model.pascal}`)
    ?.properties.find((each) => [name, column].includes(each.column ?? each.name));
  const [reference] = found?.references ?? [];
  if (found === undefined || reference === undefined) return found?.name ?? null;
  const shows = api.dtos.get(reference)?.properties.some((each) => each.name === "id") === true;
  return shows ? `${found.name}${/\bnull\b/.test(found.type) || found.optional ? "?" : ""}.id` : null;
}

/** The time of the last change moves with every update. */
function untouched({ creation: { model, dto, schema } }: Scene): string {
  return model.updatedAt ? `${dto.spell(schema.time("updated"))}: null` : "";
}
