import { HOW } from "../facts/file-facts.js";
import type { FileNode, Graph } from "../graph.js";
import { edgeHow } from "../link/model-linker.js";
import { inferredSymbols } from "./impact-of-model.js";
import type { ImpactSet } from "./impact-set.js";
import { reachedDtos } from "./reached-dtos.js";
import type { Touch } from "./touch.js";

type DtoTouch = Extract<Touch, { readonly dto: string }>;

/** Files that a change of a DTO may break. */
export function impactOfDto(graph: Graph, touch: DtoTouch, found: ImpactSet): void {
  const containers = containersOf(graph, touch.dto);
  const reached = reachedDtos(graph);
  for (const file of graph.files.values()) {
    if (touch.kind === "remove-property") addNaming(file, touch, containers, reached(file), found);
    else addExact(graph, file, touch, containers, found);
  }
  // The body of a create request is read by collectors, and what they make is inferred.
  for (const path of found.files()) {
    const file = graph.files.get(path);
    if (file?.kind === "collector" && touch.dto.endsWith(".ICreate")) found.addAllCallers(path);
    else if (file !== undefined) found.addCallers(path, inferredSymbols(file));
  }
}

/** The DTO itself and every DTO that it is part of, with the next step towards it. */
function containersOf(graph: Graph, dto: string): ReadonlySet<string> {
  const found = new Set([dto]);
  for (const name of found)
    for (const other of graph.dtos.values()) if (other.references.includes(name)) found.add(other.name);
  return found;
}

function addNaming(
  file: FileNode,
  touch: Extract<DtoTouch, { readonly property: string }>,
  containers: ReadonlySet<string>,
  dtos: ReadonlySet<string>,
  found: ImpactSet,
): void {
  const how = (file.names.get(touch.property) ?? 0) & ~HOW.mentions;
  if (how === 0) return;
  // A DTO file declares the name for its own types; it is reached if those are built on the touched one.
  const uses = file.kind === "dto" ? file.facts.dtos.map(({ name }) => name) : [...dtos];
  if (uses.some((dto) => containers.has(dto)))
    found.add(file.path, `property:${touch.dto}.${touch.property}`, edgeHow(how));
}

function addExact(
  graph: Graph,
  file: FileNode,
  touch: DtoTouch,
  containers: ReadonlySet<string>,
  found: ImpactSet,
): void {
  const own =
    file.kind === "dto" &&
    file.facts.dtos.some(({ name }) => graph.dtos.get(name)?.references.includes(touch.dto));
  const exact =
    touch.kind === "remove-dto"
      ? file.dtos.has(touch.dto)
      : [...file.dtos].some((dto) => containers.has(dto));
  if (exact || own) found.add(file.path, `dto:${touch.dto}`, "types");
  else if (touch.kind === "remove-dto" && importsByName(file, touch.dto))
    found.add(file.path, `dto:${touch.dto}`, "imports");
}

/** An import that is never used breaks all the same once its name is gone. A nested type has no import of its own. */
function importsByName(file: FileNode, dto: string): boolean {
  return file.facts.imports.some(({ idle }) => idle.includes(dto));
}
