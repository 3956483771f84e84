import type { Expression, Member } from "../../expression/expression.js";
import { callTo, memberOf, objectOf } from "../../expression/make.js";
import type { Selection, Shape } from "../query.js";

/** The members that a shape adds to the options of a query. */
export function lowerShape(shape: Shape): readonly Member[] {
  switch (shape.kind) {
    case "all":
      return [];
    case "transformer":
      return [{ kind: "spread", value: callTo(`${shape.transformer}.select`, []) }];
    case "select":
    case "include":
      return [{ kind: "value", name: shape.kind, value: objectOf(shape.selections.map(lowerSelection)) }];
  }
}

/** A selection as the member of an object that it stands for. */
export function lowerSelection(node: Selection): Member {
  switch (node.kind) {
    case "column":
      return { kind: "value", name: node.name, value: { kind: "boolean", value: true } };
    case "neighbour":
      return { kind: "value", name: node.relation, value: callTo(`${node.transformer}.select`, []) };
    case "nested":
      return { kind: "value", name: node.relation, value: lowerNested(node) };
    case "counts": {
      const counted = node.relations.map(({ relation, where }) =>
        memberOf(
          relation,
          where === null ? { kind: "boolean", value: true } : objectOf([memberOf("where", where)]),
        ),
      );
      return { kind: "value", name: "_count", value: objectOf([memberOf("select", objectOf(counted))]) };
    }
    case "computed":
      return { kind: "value", name: node.name, value: node.value };
  }
}

/** What a transformer asks for stands first, so that what is said here wins over it. */
function lowerNested({ where, orderBy, shape }: Extract<Selection, { kind: "nested" }>): Expression {
  return objectOf([...lowerShape(shape), memberOf("where", where), memberOf("orderBy", orderBy)]);
}
