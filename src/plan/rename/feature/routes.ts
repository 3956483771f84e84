import type { InterfaceSpec, Operation } from "../../../spec/interface/interface-spec.js";
import type { Spelling } from "./spelling.js";

/** An operation whose path bears the feature's name. */
export interface Route {
  readonly operation: Operation;
  /** Its segments, old and new, in path order; the empty one in front is left out. */
  readonly segments: readonly (readonly [from: string, to: string])[];
  readonly path: string;
  readonly key: string;
  /** Parameters with another name now. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * The paths under new names. A segment is the feature's if an operation of the feature has it; then it is renamed in
 * every operation that stands below, and nowhere else.
 */
export function routesOf(api: InterfaceSpec, own: ReadonlySet<string>, spelling: Spelling): readonly Route[] {
  const marked = new Set<string>();
  for (const operation of api.operations.values())
    if (own.has(operation.key))
      segmentsOf(operation).forEach((segment, index, all) => {
        if (spelling.bears(bare(segment))) marked.add(placeOf(all, index));
      });
  return [...api.operations.values()].flatMap((operation): readonly Route[] => {
    const segments = segmentsOf(operation).map((segment, index, all): readonly [string, string] => {
      const name = bare(segment);
      const to = marked.has(placeOf(all, index)) ? spelling.respell(name) : name;
      return [segment, segment === name ? to : `{${to}}`];
    });
    if (segments.every(([from, to]) => from === to)) return [];
    const path = `/${segments.map(([, to]) => to).join("/")}`;
    const parameters = segments
      .filter(([from, to]) => from !== to && from.startsWith("{"))
      .map(([from, to]): readonly [string, string] => [bare(from), bare(to)]);
    const key = `${operation.method} ${path}`;
    return [{ operation, segments, path, key, parameters: new Map(parameters) }];
  });
}

function segmentsOf({ path }: Operation): readonly string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function bare(segment: string): string {
  return segment.replace(/^\{(.*)\}$/, "$1");
}

/** Where a segment stands, whatever the parameters above it are called. */
function placeOf(segments: readonly string[], index: number): string {
  const above = segments.slice(0, index).map((each) => (each.startsWith("{") ? "{}" : each));
  return [...above, segments[index]].join("/");
}
