import type { Selection } from "../query.js";

/** The members of a row that selections name. */
export function selectedNames(selections: readonly Selection[]): readonly string[] {
  return selections.flatMap((selection) => {
    switch (selection.kind) {
      case "column":
      case "computed":
        return [selection.name];
      case "neighbour":
      case "nested":
        return [selection.relation];
      case "counts":
        return ["_count"];
    }
  });
}
