import { HOW } from "../facts/file-facts.js";
import type { Edge, FileNode, Graph } from "../graph.js";
import { edgeHow } from "../link/model-linker.js";
import type { ImpactSet } from "./impact-set.js";
import type { Touch } from "./touch.js";

type ModelTouch = Extract<Touch, { readonly model: string }>;

/** Files that a change of a model or field may break. */
export function impactOfModel(graph: Graph, touch: ModelTouch, found: ImpactSet): void {
  const seeds = [...graph.files.values()].filter((file) => addSeed(file, touch, found));
  for (const file of seeds) {
    // What a collector makes is inferred, so an input that grew or changed its type travels to whoever calls it.
    if (file.kind === "collector" && travelsFromCollectors(graph, file, touch))
      found.addCollectorCallers(file.path);
    if (file.kind === "transformer" && losesOnlyKey(graph, file, touch)) found.addCallers(file.path);
    found.addCallers(file.path, inferredSymbols(file));
  }
}

function addSeed(file: FileNode, touch: ModelTouch, found: ImpactSet): boolean {
  const use = file.models.get(touch.model);
  if (use === undefined) return false;
  const model = `model:${touch.model}`;
  if (touch.kind === "remove-model") return found.add(file.path, model, use.how);
  const field = `field:${touch.model}.${touch.field}`;
  if (touch.kind === "add-required-field") return use.creates && found.add(file.path, model, "writes");
  const how = naming(file, model, touch.field);
  // A value that may be missing breaks who reads it; who filters by it or writes it goes on.
  if ((touch.kind === "make-nullable" ? how & (HOW.reads | HOW.selects | HOW.declares) : how) === 0)
    return false;
  return found.add(file.path, field, edgeHow(how), relationPath(use.through, model, field));
}

/** How a file names a member of a model or DTO, or may do so; a mere mention is none. */
export function naming(file: FileNode, owner: string, name: string): number {
  return ((file.names.get(name) ?? 0) | (file.owned.get(owner)?.get(name) ?? 0)) & ~HOW.mentions;
}

function travelsFromCollectors(graph: Graph, file: FileNode, touch: ModelTouch): boolean {
  if (touch.kind === "remove-model") return keepsRequiredKey(graph, file, touch.model);
  return touch.kind === "add-required-field" || touch.kind === "retype-field";
}

/** Whether a file creates what a required column ties to a model: without its relation the column has to be given. */
function keepsRequiredKey(graph: Graph, file: FileNode, model: string): boolean {
  return [...file.models].some(
    ([name, { creates }]) =>
      creates &&
      graph.database.models
        .get(name)
        ?.fields.some(
          (field) => field.type === model && !field.optional && (field.relation?.fields.length ?? 0) > 0,
        ),
  );
}

/**
 * A wrong key in a select stays in its file, unless it was the only one of its object: then the object's type falls
 * back to all columns, and every file that nests or spreads it sees another payload.
 */
function losesOnlyKey(graph: Graph, file: FileNode, touch: ModelTouch): boolean {
  const names =
    touch.kind === "remove-field"
      ? [touch.field]
      : touch.kind === "remove-model"
        ? relationNames(graph, touch.model)
        : [];
  return names.some((name) =>
    [file.names, ...file.owned.values()].some((each) => ((each.get(name) ?? 0) & HOW.alone) !== 0),
  );
}

function relationNames(graph: Graph, model: string): readonly string[] {
  return [...graph.database.models.values()].flatMap(({ fields }) =>
    fields.filter((field) => field.relation !== null && field.type === model).map(({ name }) => name),
  );
}

/**
 * Symbols whose callers see what their bodies yield, because no type is written. Collectors and selects are inferred on
 * purpose and have rules of their own; nobody calls controllers.
 */
export function inferredSymbols(file: FileNode): readonly string[] {
  if (["collector", "controller", "sdk"].includes(file.kind)) return [];
  const symbols = file.facts.symbols.filter(({ typed }) => !typed).map(({ name }) => name);
  return file.kind === "transformer" ? symbols.filter((name) => !/(?:^|\.)select$/.test(name)) : symbols;
}

function relationPath(through: string | null, model: string, field: string): readonly Edge[] {
  return through === null
    ? []
    : [
        { from: `field:${through}`, to: model, how: "has" },
        { from: model, to: field, how: "declares" },
      ];
}
