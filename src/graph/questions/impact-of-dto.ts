import { BUILT, FLOWN, HOW } from "../facts/file-facts.js";
import type { FileNode, Graph } from "../graph.js";
import type { DtoEntry } from "../link/dto-table.js";
import { edgeHow } from "../link/model-linker.js";
import { inferredSymbols } from "./impact-of-model.js";
import type { ImpactSet } from "./impact-set.js";
import { calledFiles, givenDtos, reachedDtos, takenDtos } from "./reached-dtos.js";
import type { Touch } from "./touch.js";

type DtoTouch = Extract<Touch, { readonly dto: string }>;

/** Files that a change of a DTO may break. */
export function impactOfDto(graph: Graph, touch: DtoTouch, found: ImpactSet): void {
  const rule = ruleOf(graph, touch);
  for (const file of graph.files.values()) rule(file, found);
  // The body of a create request is read by collectors, and what they make is inferred.
  for (const path of found.files()) {
    const file = graph.files.get(path);
    if (file?.kind === "collector" && touch.dto.endsWith(".ICreate")) found.addCollectorCallers(path);
    else if (file !== undefined) found.addCallers(path, inferredSymbols(file));
  }
}

type Rule = (file: FileNode, found: ImpactSet) => void;

function ruleOf(graph: Graph, touch: DtoTouch): Rule {
  switch (touch.kind) {
    case "remove-dto":
      return removedDto(graph, touch.dto);
    case "remove-property":
      return removedProperty(graph, touch.dto, touch.property);
    case "add-required-property":
      return addedProperty(graph, touch.dto);
  }
}

/** Everything that names the type, imports that are never used included: they break once their name is gone. */
function removedDto(graph: Graph, dto: string): Rule {
  return (file, found) => {
    const idle = file.facts.imports.some((each) => each.idle.includes(dto));
    const own = file.facts.dtos.some(({ name }) => graph.dtos.get(name)?.references.includes(dto));
    if (file.dtos.has(dto) || (own && file.kind === "dto")) found.add(file.path, `dto:${dto}`, "types");
    else if (idle) found.add(file.path, `dto:${dto}`, "imports");
  };
}

/** Who names the property on a value of the DTO; where the value's type is not told, who handles a DTO that has it. */
function removedProperty(graph: Graph, dto: string, property: string): Rule {
  const containers = closure(graph, dto, () => true);
  const owners = [...containers].filter(
    (name) => name === dto || !graph.dtos.get(name)?.properties.includes(property),
  );
  const reached = reachedDtos(graph);
  return (file, found) => {
    let how = (file.names.get(property) ?? 0) & ~HOW.mentions;
    // A literal alone is of no type but the one that it is given to.
    const isBuilt = (how & ~HOW.alone) === HOW.builds;
    // A DTO file declares the name for its own types; it is reached if those are built on the touched one.
    const handled =
      file.kind === "dto"
        ? file.facts.dtos.map(({ name }) => name)
        : isBuilt
          ? givenDtos(graph, file)
          : reached(file);
    if (how !== 0 && ![...handled].some((name) => containers.has(name))) how = 0;
    for (const owner of owners) how |= file.owned.get(`dto:${owner}`)?.get(property) ?? 0;
    if (how !== 0) found.add(file.path, `property:${dto}.${property}`, edgeHow(how));
  };
}

/** Who makes a value of the DTO, or hands on something made without a type to where one is expected. */
function addedProperty(graph: Graph, dto: string): Rule {
  const containers = closure(graph, dto, () => true);
  const derived = closure(graph, dto, (entry, name) => !entry.links.includes(name));
  const handles = (path: string): boolean => {
    const called = graph.files.get(path);
    const typed =
      called !== undefined && ["helper", "operation", "collector", "module"].includes(called.kind);
    return typed && takenDtos(graph, called).some((name) => containers.has(name));
  };
  return (file, found) => {
    const built = [...derived].some((name) => file.owned.get(`dto:${name}`)?.has(BUILT));
    const flown = [...containers].some((name) => file.owned.get(`dto:${name}`)?.has(FLOWN));
    const passed = file.names.has(FLOWN) && [...calledFiles(file)].some(handles);
    if (built || flown || passed) found.add(file.path, `dto:${dto}`, "builds");
  };
}

/** A DTO and those that refer to it, directly or not, by references that count. */
function closure(
  graph: Graph,
  dto: string,
  counts: (entry: DtoEntry, name: string) => boolean,
): ReadonlySet<string> {
  const found = new Set([dto]);
  for (const name of found)
    for (const entry of graph.dtos.values())
      if (entry.references.includes(name) && counts(entry, name)) found.add(entry.name);
  return found;
}
