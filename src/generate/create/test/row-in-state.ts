import { textOf } from "../known.js";
import type { NewOperation } from "../new-model.js";
import type { Operation } from "../../../spec/interface/interface-spec.js";
import { calling, type Scene } from "./own-rows.js";
import { CannotTest } from "./script.js";
import { makeRow, ofRow } from "./steps.js";

/** Makes a row that is in a state: as its maker may say, else as rows begin, led there by what leads there. */
export function rowIn(scene: Scene, state: string, field: string): string {
  const { creation, create } = scene;
  const { model, known, dto } = creation;
  const spelled = dto.spell(field);
  const given = known.api.dtos.get(create.body ?? "")?.properties.some(({ name }) => name === spelled);
  if (given === true) return makeRow(scene, state, [`${spelled}: "${state}"`]);
  const first = initial(scene, field);
  const path = first === null ? null : pathTo(first, state, scene, field);
  if (path === null) throw new CannotTest(`nothing brings a row of ${model.table} to ${state}`);
  const row = makeRow(scene, state);
  for (const { operation } of path) {
    const connection = scene.script.connection(operation.actor);
    scene.script.say(`${calling(scene, operation, connection, ofRow(scene, operation, `${row}.id`))};`);
  }
  return row;
}

/** The state in which rows begin. */
function initial({ creation, create }: Scene, field: string): string | null {
  const { model, known } = creation;
  const literal = new RegExp(`\\b${field}: "(\\w+)"`);
  const code = [
    textOf(known, create.provider.path),
    textOf(known, `src/collectors/${model.pascal}Collector.ts`),
  ];
  const written = code.flatMap((text) => literal.exec(text)?.[1] ?? []);
  const column = creation.existing?.model.fields.find(({ name }) => name === field);
  const value = column?.attributes.find(({ name }) => name === "default")?.argument.replaceAll('"', "");
  return written[0] ?? value ?? null;
}

interface Way {
  readonly operation: NewOperation;
  readonly from: readonly string[];
  readonly to: string;
}

/** The operations that lead from a state to another one, shortest way first; null if there is none. */
function pathTo(first: string, last: string, scene: Scene, field: string): readonly Way[] | null {
  const ways = waysOf(scene, field);
  const reached = new Map<string, readonly Way[]>([[first, []]]);
  for (const [state, path] of reached)
    for (const way of ways)
      if (way.from.includes(state) && !reached.has(way.to)) reached.set(way.to, [...path, way]);
  return reached.get(last) ?? null;
}

/** Operations that set a state and refuse rows that are in others. */
function waysOf({ creation }: Scene, field: string): readonly Way[] {
  const { known, model } = creation;
  return [...known.api.operations.values()].flatMap((operation): readonly Way[] => {
    const { provider, accessor, body } = operation;
    const text = textOf(known, provider?.path ?? "");
    if (!text.includes(`prisma.${model.table}.update(`) || body !== null) return [];
    const to = new RegExp(`\\b${field}: "(\\w+)"`).exec(text)?.[1];
    const from = [...text.matchAll(new RegExp(`\\.${field} !== "(\\w+)"`, "g"))].map((each) => each[1] ?? "");
    if (to === undefined || from.length === 0 || provider === null || accessor === null) return [];
    return [{ operation: asMove({ ...operation, provider, accessor }), from, to }];
  });
}

function asMove(operation: Operation & Pick<NewOperation, "provider" | "accessor">): NewOperation {
  return { ...operation, kind: "transition", prefix: "", route: "" };
}
