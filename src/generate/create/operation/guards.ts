import { lookupOf } from "../code/lookup.js";
import type { Creation } from "../create-context.js";
import type { Model } from "../../../spec/database/database-spec.js";
import { camelOf, partsOf, singularOf } from "../conventions/spelling.js";
import {
  isOfOne,
  isOwn,
  isPrivate,
  type NewOperation,
  type NewRelation,
  ownerOf,
  parentOf,
  referencesOf,
} from "../new-model.js";

/** A member of what the operation is given: `props.body`, or `body` where it takes its properties apart. */
export function given({ code }: Creation, name: string): string {
  return code.destructures ? name : `props.${name}`;
}

/** Statements that find a row and end the operation where there is none. */
export function findRow(
  creation: Creation,
  variable: string,
  table: string,
  conditions: readonly string[],
  selected: string,
  noun: string,
): string {
  const { orThrow, notFound } = creation.code;
  const where = `where: { ${conditions.join(", ")} }${selected === "" ? "" : `, ${selected}`}`;
  const find = `const ${variable} = await MyGlobal.prisma.${table}.findFirst${orThrow ? "OrThrow" : ""}({ ${where} });`;
  if (orThrow) return find;
  return `${find}\nif (!${variable}) throw new HttpException("${notFound}${absent(noun, notFound)}", 404);`;
}

function absent(noun: string, prefix: string): string {
  return prefix === "" ? `There is no such ${noun}.` : `no such ${noun}`;
}

/** The statement that makes sure of the parent in the path; empty without one. */
export function guardParent(creation: Creation, operation: NewOperation): string {
  const parent = parentOf(creation.model);
  if (parent === null) return "";
  const id = given(creation, parentParameter(operation));
  const above = operation.parameters.slice(0, operation.parameters.indexOf(parentParameter(operation)));
  const conditions = [`id: ${id}`, ...reach(creation, parent.target, operation, above)];
  const noun = nounOf(parent.target);
  const taken = [creation.model.variable, operation.actor, ...operation.parameters];
  const variable = taken.includes(noun) ? "parent" : noun;
  return findRow(creation, variable, parent.target.name, conditions, "select: { id: true }", noun);
}

/** Name of the path parameter that holds the parent's id: the last one before the row's own. */
export function parentParameter(operation: NewOperation): string {
  return operation.parameters.at(isOfOne(operation) ? -2 : -1) ?? "";
}

/** Statements that make sure of the rows that a body names, where the database would not, or not well enough. */
export function guardReferences(creation: Creation, operation: NewOperation): readonly string[] {
  return referencesOf(creation.model).flatMap((relation) => {
    const conditions = reach(creation, relation.target, operation, []);
    if (creation.code.modular && conditions.length === 0) return [];
    const value = `${given(creation, "body")}.${creation.dto.key(relation.column)}`;
    const all = [`id: ${value}`, ...conditions];
    const statement = findRow(
      creation,
      camelOf(["given", ...partsOf(relation.name)]),
      relation.target.name,
      all,
      "select: { id: true }",
      nounOf(relation.target),
    );
    const always = operation.kind === "create" && !relation.optional;
    return [always ? statement : `if (${value}) {\n${statement}\n}`];
  });
}

/** Under which conditions, besides its id, an actor finds a row of a model that is there already. */
function reach(
  creation: Creation,
  target: Model,
  operation: NewOperation,
  above: readonly string[],
): readonly string[] {
  const atHand = { actor: operation.actor, parameters: above };
  const found = lookupOf(target, atHand, creation.code, creation.known);
  if (found !== null) return found;
  const keys = above.flatMap((name) => {
    const noun = name.replace(/Id$/, "").toLowerCase();
    const relation = target.fields.find(
      ({ relation }) => relation !== null && flat(relation.target).endsWith(noun),
    );
    const [key] = relation?.relation?.fields ?? [];
    return key === undefined ? [] : [`${key}: ${given(creation, name)}`];
  });
  const deleted = creation.schema.time("deleted");
  return [...keys, ...(target.fields.some(({ name }) => name === deleted) ? [`${deleted}: null`] : [])];
}

function flat(table: string): string {
  return singularOf(table.split("_")).join("");
}

function nounOf({ name }: Model): string {
  return singularOf(name.split("_")).at(-1) ?? name;
}

/** Conditions under which the rows of this operation are found: below the parent, alive, and its actor's own. */
export function scope(creation: Creation, operation: NewOperation): readonly string[] {
  const { model, schema } = creation;
  const deleted = schema.time("deleted");
  const erased = `${deleted}: { not: null }`;
  const found = foundBy(creation, operation);
  if (found !== null)
    return operation.kind === "restore"
      ? [...found.filter((each) => !each.startsWith(`${deleted}:`)), erased]
      : found;
  const parent = parentOf(model);
  const owner = ownerOf(model);
  const own = isOwn(model, operation) && (shows(operation) || isPrivate(model));
  return [
    ...(parent === null ? [] : [`${parent.column}: ${given(creation, parentParameter(operation))}`]),
    ...(own && owner !== null ? [`${owner.column}: ${actorId(creation, operation)}`] : []),
    ...(!model.softDelete ? [] : operation.kind === "restore" ? [erased] : [`${deleted}: null`]),
  ];
}

/** The conditions under which the actor's other operations find rows of a model that is there; null without any. */
export function foundBy(creation: Creation, operation: NewOperation): readonly string[] | null {
  const { existing, code, known } = creation;
  if (existing === undefined || !isOfOne(operation)) return null;
  const parameters = operation.parameters.slice(0, -1);
  return lookupOf(existing.model, { actor: operation.actor, parameters }, code, known);
}

function shows({ kind }: NewOperation): boolean {
  return kind === "read" || kind === "list";
}

export function actorId(creation: Creation, { actor }: NewOperation): string {
  return `${given(creation, actor ?? "")}.id`;
}

/**
 * Statements that find the row of the path, and refuse it to those whose it is not. `selected` is what the query says
 * behind the conditions, or the columns that are asked for.
 */
export function findOwnRow(
  creation: Creation,
  operation: NewOperation,
  selected: string | readonly string[],
): string {
  const { model, code } = creation;
  const id = `id: ${given(creation, operation.parameters.at(-1) ?? "")}`;
  const owner = ownerOf(model);
  const conditions = scope(creation, operation);
  const asked = conditions.some((each) => each.includes(actorId(creation, operation)));
  const refuses =
    owner !== null && isOwn(model, operation) && !shows(operation) && !isPrivate(model) && !asked;
  const find = findRow(
    creation,
    model.variable,
    model.table,
    [id, ...conditions],
    selecting(selected, refuses ? owner : null),
    model.noun,
  );
  return refuses ? `${find}\n${refusal(creation, operation, owner, code.forbidden)}` : find;
}

function selecting(selected: string | readonly string[], owner: NewRelation | null): string {
  if (typeof selected === "string") return selected;
  const columns = [...selected, ...(owner === null ? [] : [owner.column])];
  return `select: { ${columns.map((name) => `${name}: true`).join(", ")} }`;
}

function refusal(creation: Creation, operation: NewOperation, owner: NewRelation, prefix: string): string {
  const { model } = creation;
  const verb =
    operation.kind === "transition" ? partsOf(operation.controller.methodName).join(" ") : operation.kind;
  const said = prefix === "" ? `You can ${verb} your own ${model.nouns} only.` : `not your ${model.noun}`;
  return `if (${model.variable}.${owner.column} !== ${actorId(creation, operation)})
    throw new HttpException("${prefix}${said}", 403);`;
}
