import type { FileNode, Graph } from "../graph.js";

/**
 * DTOs that a file handles, by name or without naming them: those of the SDK functions, helpers, operations and
 * transformers that it uses, on through whatever has no written types of its own.
 */
export function reachedDtos(graph: Graph): (file: FileNode) => ReadonlySet<string> {
  const sdk = sdkDtos(graph);
  const known = new Map<string, ReadonlySet<string>>();
  const own = (file: FileNode): Set<string> => {
    const dtos = new Set(file.dtos);
    for (const accessor of file.sdk) for (const dto of sdk(accessor)) dtos.add(dto);
    return dtos;
  };
  return (file) => {
    let dtos = known.get(file.path);
    if (dtos === undefined) {
      const found = own(file);
      for (const path of calledFiles(file)) {
        const called = graph.files.get(path);
        if (called !== undefined) for (const dto of own(called)) found.add(dto);
      }
      known.set(file.path, (dtos = found));
    }
    return dtos;
  };
}

function sdkDtos(graph: Graph): (accessor: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (accessor) => {
    let dtos = known.get(accessor);
    if (dtos === undefined) {
      const edges = graph.uses(`sdk:${accessor}`).filter(({ to }) => to.startsWith("dto:"));
      known.set(accessor, (dtos = edges.map(({ to }) => to.slice("dto:".length))));
    }
    return dtos;
  };
}

/** Files whose symbols a file uses. */
export function calledFiles(file: FileNode): ReadonlySet<string> {
  return new Set([...file.symbols].map((id) => id.slice("symbol:".length, id.lastIndexOf("#"))));
}

/** The DTOs that the functions of a file take, in types of other files too. */
export function takenDtos(graph: Graph, { taken }: FileNode): readonly string[] {
  return [...taken].flatMap((id) => {
    if (id.startsWith("dto:")) return [id.slice("dto:".length)];
    const path = id.slice("symbol:".length, id.lastIndexOf("#"));
    return [...(graph.files.get(path)?.dtos ?? [])];
  });
}

/** DTOs that a file's values may go to: those that the SDK functions, helpers and others that it uses take. */
export function givenDtos(graph: Graph, file: FileNode): readonly string[] {
  const bodies = [...file.sdk].flatMap((accessor) => graph.sdk.get(accessor)?.body ?? []);
  const taken = [...calledFiles(file)].flatMap((path) => {
    const called = graph.files.get(path);
    return called === undefined ? [] : takenDtos(graph, called);
  });
  return [...bodies, ...taken];
}
