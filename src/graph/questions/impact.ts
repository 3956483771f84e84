import type { Names } from "../../spec/names.js";
import type { Edge, Graph } from "../graph.js";
import { impactOfDto } from "./impact-of-dto.js";
import { impactOfModel } from "./impact-of-model.js";
import { impactOfOperation } from "./impact-of-operation.js";
import { ImpactSet } from "./impact-set.js";
import { type Touch, touchName } from "./touch.js";

/** Files that a touch may break, each with the edges that lead from it to what is touched, its own edge first. */
export type Impact = ReadonlyMap<string, readonly Edge[]>;

/**
 * What may break: the files that use the touched thing's owner and name its member, and what stands on them by
 * inference. Never less than what the compiler would report; the compiler has the last word on what really breaks.
 */
export function impact(graph: Graph, touches: readonly Touch[]): Impact {
  const found = new ImpactSet(graph);
  for (const touch of touches) addTouch(graph, touch, found);
  return found.paths();
}

/** The same, for each touched member on its own: member name → impact. */
export function impactsOf(graph: Graph, touches: readonly Touch[]): ReadonlyMap<string, Impact> {
  return new Map(touches.map((touch) => [touchName(touch), impact(graph, [touch])]));
}

/** The touches that taking something out of the specs comes to. */
export function touchesOf(removed: Names): readonly Touch[] {
  return [
    ...removed.models.map((model): Touch => ({ kind: "remove-model", model })),
    ...removed.fields.map((name): Touch => {
      const [model, field] = splitLast(name);
      return { kind: "remove-field", model, field };
    }),
    ...removed.dtos.map((dto): Touch => ({ kind: "remove-dto", dto })),
    ...removed.properties.map((name): Touch => {
      const [dto, property] = splitLast(name);
      return { kind: "remove-property", dto, property };
    }),
    ...removed.operations.map((operation): Touch => ({ kind: "remove-operation", operation })),
  ];
}

function addTouch(graph: Graph, touch: Touch, found: ImpactSet): void {
  switch (touch.kind) {
    case "remove-dto":
    case "remove-property":
    case "add-required-property":
      return impactOfDto(graph, touch, found);
    case "remove-operation":
      return impactOfOperation(graph, touch.operation, found);
    default:
      return impactOfModel(graph, touch, found);
  }
}

function splitLast(name: string): readonly [string, string] {
  const dot = name.lastIndexOf(".");
  return [name.slice(0, dot), name.slice(dot + 1)];
}
