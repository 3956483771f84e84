import type { Model } from "../../../spec/database/database-spec.js";
import type { Operation } from "../../../spec/interface/interface-spec.js";
import type { Creation } from "../create-context.js";
import { camelOf, singularOf } from "../conventions/spelling.js";
import { CannotTest, type Script } from "./script.js";

/** Ids of rows that a test has made, by model. */
export type Rows = Map<string, string>;

/** More rows above one another than any backend has. */
const DEPTH = 6;

/** Makes a row of a model that is there already, with all it needs; gives the expression of its id. */
export function makeOther(
  model: Model,
  creation: Creation,
  script: Script,
  rows: Rows,
  actor: string | null,
  depth = 0,
): string {
  const known = rows.get(model.name);
  if (known !== undefined) return known;
  if (depth > DEPTH) throw new CannotTest(`a row of ${model.name} needs too many others`);
  const id =
    model.stance === "actor"
      ? joinAs(model, creation, script)
      : create(model, creation, script, rows, actor, depth);
  rows.set(model.name, id);
  return id;
}

function joinAs(model: Model, creation: Creation, script: Script): string {
  const actors = [...creation.known.api.operations.values()].flatMap(({ path, response }) => {
    const dto = creation.known.api.dtos.get(response ?? "");
    return /\/auth\/(\w+)\/join$/.exec(path) !== null && dto?.model === model.name
      ? (/\/auth\/(\w+)\/join$/.exec(path)?.[1] ?? [])
      : [];
  });
  const [actor] = actors;
  if (actor === undefined) throw new CannotTest(`nobody joins as one of ${model.name}`);
  const person = script.name(actor);
  script.join(actor, script.name(`${actor}sConnection`), person);
  return `${person}.id`;
}

function create(
  model: Model,
  creation: Creation,
  script: Script,
  rows: Rows,
  actor: string | null,
  depth: number,
): string {
  const call = makingOther(model, creation, script, rows, actor, { depth });
  const variable = script.name(camelOf(singularOf(model.name.split("_")).slice(-1)));
  script.say(`const ${variable} = ${call};`);
  return `${variable}.id`;
}

/** Says what a row needs, and gives `await` and the call that makes it, with some properties given. */
export function makingOther(
  model: Model,
  creation: Creation,
  script: Script,
  rows: Rows,
  actor: string | null,
  { depth = 0, given = [] }: { readonly depth?: number; readonly given?: readonly string[] },
): string {
  const { known } = creation;
  const operation = createOf(model, creation, actor);
  if (operation === null || operation.accessor === null)
    throw new CannotTest(`nothing creates one of ${model.name}`);
  const other = (target: Model): string =>
    makeOther(target, creation, script, rows, operation.actor, depth + 1);
  const parameters = operation.parameters.map((name) => {
    const noun = name.replace(/Id$/, "").toLowerCase();
    const target = [...known.database.models.values()].find(
      (each) =>
        model.fields.some(({ relation }) => relation?.target === each.name) && flat(each).endsWith(noun),
    );
    if (target === undefined) throw new CannotTest(`${name} of ${operation.key} is not known`);
    return `${name}: ${other(target)}`;
  });
  const connection = script.connection(operation.actor);
  const body = bodyOf(operation, model, creation, other);
  const helper = helperOf(operation, creation);
  if (helper === null) {
    script.structures.add(operation.body?.split(".")[0] ?? "");
    const whole = withGiven(body.all, given);
    const all = [
      ...parameters,
      ...(operation.body === null ? [] : [`body: { ${whole.join(", ")} } satisfies ${operation.body}`]),
    ];
    return `await api.functional.${operation.accessor.join(".")}(${connection}, { ${all.join(", ")} })`;
  }
  script.helpers.add(helper);
  const part = withGiven(body.keys, given);
  const all = [
    ...(parameters.length === 0 ? [] : [`params: { ${parameters.join(", ")} }`]),
    ...(part.length === 0 ? [] : [`body: { ${part.join(", ")} }`]),
  ];
  return `await ${helper.slice(helper.lastIndexOf("/") + 1)}(${connection}, { ${all.join(", ")} })`;
}

function withGiven(all: readonly string[], given: readonly string[]): readonly string[] {
  const nameOf = (entry: string): string => entry.slice(0, entry.indexOf(":"));
  const names = new Set(given.map(nameOf));
  return [...all.filter((entry) => !names.has(nameOf(entry))), ...given];
}

/** A whole body for a row of a model that is there, by the operation that makes such rows. */
export function otherBody(
  operation: Operation,
  model: Model,
  creation: Creation,
  script: Script,
  rows: Rows,
): readonly string[] {
  const other = (target: Model): string => makeOther(target, creation, script, rows, operation.actor, 1);
  return bodyOf(operation, model, creation, other).all;
}

/** What has to be in the body: keys of other rows, and everything else by chance. */
function bodyOf(
  operation: Operation,
  model: Model,
  { known, dto }: Creation,
  other: (target: Model) => string,
): { readonly all: readonly string[]; readonly keys: readonly string[] } {
  const all: string[] = [];
  const keys: string[] = [];
  for (const property of known.api.dtos.get(operation.body ?? "")?.properties ?? []) {
    if (property.optional) continue;
    const relation = model.fields.find((field) =>
      field.relation?.fields.some(
        (key) => property.column === key || property.name === key || property.name === dto.key(key),
      ),
    );
    const target = known.database.models.get(relation?.relation?.target ?? "");
    if (target !== undefined) keys.push(`${property.name}: ${other(target)}`);
    const value = property.type.endsWith("[]")
      ? "[]"
      : `typia.random<${operation.body}[${JSON.stringify(property.name)}]>()`;
    all.push(target === undefined ? `${property.name}: ${value}` : (keys.at(-1) ?? ""));
  }
  return { all, keys };
}

/** The operation that makes rows of a model, the actor's own before others'. */
function createOf(model: Model, { known }: Creation, actor: string | null): Operation | null {
  const found = [...known.api.operations.values()].filter(
    ({ method, path, response }) =>
      method === "POST" &&
      !/\/auth\//.test(path) &&
      known.api.dtos.get(response ?? "")?.model === model.name &&
      response?.includes(".") === false,
  );
  const plain = [...found].sort((a, b) => a.path.length - b.path.length);
  return plain.find((each) => each.actor === actor) ?? plain[0] ?? null;
}

function helperOf({ response }: Operation, { known }: Creation): string | null {
  const words = (response ?? "")
    .slice(1)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
  const path = `test/generate/generate_random_${words}`;
  return known.backend.files.has(`${path}.ts`) ? path : null;
}

function flat({ name }: Model): string {
  return singularOf(name.split("_")).join("").toLowerCase();
}
