import type { AddModel } from "../../change/kinds/add-model.js";
import { type Actor, readActors } from "../../generate/create/conventions/actors.js";
import { type Naming, readNaming } from "../../generate/create/conventions/naming.js";
import { camelOf, partsOf, pluralOf, singularOf } from "../../generate/create/conventions/spelling.js";
import type { Known } from "../../generate/create/known.js";
import { most } from "../../util/most.js";
import type { NewModel } from "../../generate/create/new-model.js";
import type { Model } from "../../spec/database/database-spec.js";
import { requiredParents } from "../../spec/database/read-stance.js";
import { modelProblem } from "./model-problem.js";
import { refuse, type Found } from "../found.js";
import { type Grant, resolveAccess } from "./resolve-access.js";
import { findTarget, resolveFields } from "./resolve-fields.js";
import { resolveOperations } from "./resolve-operations.js";
import { resolveRelations } from "./resolve-relations.js";

/** Decides everything about a new model that the request leaves to the backend's own ways. */
export function resolveModel(change: AddModel, known: Known): Found<NewModel> {
  const actors = readActors(known);
  const grants = resolveAccess(change, actors);
  if (!grants.ok) return grants;
  if (
    grants.value.some(({ kind }) => kind === "restore") &&
    !grants.value.some(({ kind }) => kind === "delete")
  )
    return refuse(`Nothing erases rows of "${change.name}" that could be restored.`, "Add delete as well.");
  const parent = change.of === null ? { ok: true as const, value: null } : findTarget(change.of, known);
  if (!parent.ok) return parent;
  const fields = resolveFields(change, known);
  if (!fields.ok) return fields;
  const creator = creatorOf(grants.value);
  const like = likeOf(parent.value, creator, known);
  if (like === null)
    return refuse("This backend has no model to take as an example.", "Add a first one by hand.");
  const naming = readNaming(known);
  const words = ownName(change.name, naming);
  const problem = modelProblem(change, words, like);
  if (problem !== null) return refuse(problem.reason, problem.remedy);
  const table = tableOf(words, parent.value, naming);
  const owner = creator !== null && belongsTo(creator, known) ? creator : null;
  const referred = fields.value.references.some(
    ({ target, optional }) => target === creator?.model && !optional,
  );
  const ties = { table, words, parent: parent.value, owner: referred ? creator : owner };
  const relations = resolveRelations({ ...ties, references: fields.value.references }, actors, known);
  const { columns } = fields.value;
  const double = relations.find(({ name }, index) =>
    [...columns, ...relations.slice(0, index)].some((each) => each.name === name),
  );
  if (double !== undefined) {
    const field = change.fields.find(({ name }) => name === double.name);
    const beside = field === undefined ? "" : `, beside one of type "${field.type.name}"`;
    return refuse(
      `Rows of "${change.name}" have a relation "${double.name}" already, to whose they are${beside}.`,
      "Leave that field out, or give it another name.",
    );
  }
  const kinds = new Set(grants.value.map(({ kind }) => kind));
  const pascal = naming.pascal(table);
  const subject = { words, pascal, parent: parent.value, summary: kinds.has("list") && kinds.has("read") };
  return {
    ok: true,
    value: {
      table,
      path: (parent.value ?? like).path,
      like,
      noun: words.join(" "),
      nouns: pluralOf(words).join(" "),
      variable: camelOf(words),
      pascal,
      columns: fields.value.columns,
      relations,
      updatedAt: kinds.has("update") && siblingsHave(like, known, /^updated_?at$/i, "any"),
      softDelete:
        kinds.has("restore") || (kinds.has("delete") && siblingsHave(like, known, /^deleted_?at$/i, "most")),
      operations: resolveOperations(grants.value, subject, naming, known),
    },
  };
}

/** The words of the name, in the singular; the prefix of the tables may be written or left out. */
function ownName(name: string, { prefix }: Naming): readonly string[] {
  const words = singularOf(partsOf(name));
  const prefixed = words.length > prefix.length && prefix.every((word, index) => words[index] === word);
  return prefixed ? words.slice(prefix.length) : words;
}

function tableOf(words: readonly string[], parent: Model | null, naming: Naming): string {
  if (parent === null) return naming.table(words);
  const above = singularOf(parent.name.split("_"));
  const prefixed = naming.prefix.every((word, index) => above[index] === word);
  return naming.table([...above.slice(prefixed ? naming.prefix.length : 0), ...words]);
}

/** Who makes rows, if it is one actor alone. */
function creatorOf(grants: readonly Grant[]): Actor | null {
  const creators = new Set(grants.filter(({ kind }) => kind === "create").map(({ actor }) => actor));
  const [only] = creators;
  return creators.size === 1 ? (only ?? null) : null;
}

/** Whether most of what an actor makes belongs to him. */
function belongsTo(actor: Actor, known: Known): boolean {
  const made = madeBy(actor, known);
  return (
    most(made.map((model) => requiredParents(model).some(({ type }) => type === actor.model?.name))) === true
  );
}

function madeBy(actor: Actor, { database, api }: Known): readonly Model[] {
  const names = [...api.operations.values()].flatMap((each) =>
    each.method === "POST" && each.actor === actor.name && each.response !== null
      ? (api.dtos.get(each.response)?.model ?? [])
      : [],
  );
  return [...new Set(names)].flatMap((name) => database.models.get(name) ?? []);
}

/** A model that is for the same: below the same parent, made by the same actor, or standing alone as well. */
function likeOf(parent: Model | null, creator: Actor | null, known: Known): Model | null {
  const models = [...known.database.models.values()].filter(
    ({ stance }) => stance !== "actor" && stance !== "session" && stance !== "snapshot",
  );
  const made = creator === null ? [] : madeBy(creator, known);
  const below = models.filter((model) => requiredParents(model).some(({ type }) => type === parent?.name));
  const alone = models.filter(({ stance }) => stance === "primary");
  const order =
    parent === null ? [...made.filter((each) => alone.includes(each)), ...alone] : [...below, ...models];
  return order[0] ?? models[0] ?? [...known.database.models.values()][0] ?? null;
}

/** Whether models of the same stance have a column. */
function siblingsHave(like: Model, { database }: Known, name: RegExp, share: "any" | "most"): boolean {
  const siblings = [...database.models.values()].filter(({ stance }) => stance === like.stance);
  const having = siblings.filter(({ fields }) => fields.some((field) => name.test(field.name)));
  return share === "any" ? having.length > 0 : having.length > siblings.length / 2;
}
