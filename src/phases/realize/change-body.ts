import type { BodyStatement } from "../../spec/body/body.js";
import type { BodyChange, BodyEdit } from "./body-change.js";
import { HOLDS, labelled } from "./labelled.js";

/** The statements as edits leave them; what no edit names is the same object as before. */
export function changeBody(
  statements: readonly BodyStatement[],
  { edits }: BodyChange,
): readonly BodyStatement[] {
  const labels = new Map(labelled(statements).map(({ label, statement }) => [statement, label]));
  const at = (statement: BodyStatement, kind: BodyEdit["kind"]): readonly BodyEdit[] =>
    edits.filter((each) => each.kind === kind && each.statement === labels.get(statement));
  const added = (statement: BodyStatement, kind: "before" | "after" | "replace"): readonly BodyStatement[] =>
    at(statement, kind).flatMap((each) => ("statements" in each ? each.statements : []));
  const list = (nodes: readonly BodyStatement[]): readonly BodyStatement[] => {
    const changed = nodes.flatMap((node) => [
      ...added(node, "before"),
      ...(at(node, "remove").length > 0
        ? []
        : at(node, "replace").length > 0
          ? added(node, "replace")
          : [inside(node)]),
      ...added(node, "after"),
    ]);
    return changed.length === nodes.length && changed.every((each, index) => each === nodes[index])
      ? nodes
      : changed;
  };
  const inside = (node: BodyStatement): BodyStatement => {
    const held = (HOLDS[node.kind] ?? []).map((key) => {
      const own = Reflect.get(node, key) as readonly BodyStatement[];
      return { key, own, changed: list(own) };
    });
    if (held.every(({ own, changed }) => own === changed)) return node;
    return { ...node, ...Object.fromEntries(held.map(({ key, changed }) => [key, changed])) };
  };
  return list(statements);
}
