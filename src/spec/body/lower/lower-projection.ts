import type { Expression, Member, Spread } from "../../expression/expression.js";
import { awaited, callTo, pathTo } from "../../expression/make.js";
import type { Projection } from "../mapping.js";
import { whereGiven } from "./lower-mapping.js";

/** A projection as the member of an object that it stands for. */
export function lowerProjection(node: Projection): Member {
  return node.kind === "spread" ? node : { kind: "value", name: node.property, value: valueOf(node) };
}

function valueOf(node: Exclude<Projection, Spread>): Expression {
  switch (node.kind) {
    case "scalar": {
      const value = pathTo(node.from);
      return node.type === null ? value : { kind: "as", value, type: node.type };
    }
    case "date":
      return orNull(node, callTo("toISOStringSafe", [pathTo(node.from)]));
    case "count":
      return pathTo(`${node.of}._count.${node.relation}`);
    case "neighbour":
      return orNull(node, awaited(callTo(`${node.transformer}.transform`, [pathTo(node.from)])));
    case "neighbours":
      return awaited(transformAll(pathTo(node.from), node.transformer));
    case "constant":
    case "computed":
      return node.value;
  }
}

/** What a transformer makes of each row of a list; to be awaited. */
export function transformAll(list: Expression, transformer: string): Expression {
  return { kind: "asyncMap", list, each: pathTo(`${transformer}.transform`) };
}

function orNull({ from, nullable }: { from: string; nullable: boolean }, value: Expression): Expression {
  return nullable ? whereGiven(from, value, { kind: "null" }) : value;
}
