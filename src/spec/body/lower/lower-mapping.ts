import type { Expression, Member, Spread } from "../../expression/expression.js";
import { awaited, callTo, memberOf, objectOf, pathTo } from "../../expression/make.js";
import type { GeneratedMapping, Mapping } from "../mapping.js";

/** A mapping as the member of an object that it stands for. */
export function lowerMapping(node: Mapping): Member {
  if (node.kind === "spread") return node;
  if (node.kind === "given") return lowerGiven(node.member, pathTo(node.from));
  return { kind: "value", name: node.member, value: valueOf(node) };
}

function valueOf(node: Exclude<Mapping, Spread | { kind: "given" }>): Expression {
  switch (node.kind) {
    case "scalar": {
      const value = pathTo(node.from);
      if (node.fallback === null) return value;
      return { kind: "logical", operator: "??", left: value, right: node.fallback };
    }
    case "parameter":
      return pathTo(node.from);
    case "constant":
    case "computed":
      return node.value;
    case "generated": {
      const value = GENERATORS[node.by];
      return node.type === null ? value : { kind: "as", value, type: node.type };
    }
    case "belongsTo":
      return node.optional
        ? whereGiven(node.from, connect(node.from), { kind: "undefined" })
        : connect(node.from);
    case "hasOne":
      return created(callTo(`${node.collector}.collect`, [node.props]));
    case "hasMany": {
      const names = node.index === null ? [node.item] : [node.item, node.index];
      const each: Expression = {
        kind: "arrow",
        async: false,
        parameters: names.map((name) => ({ name, type: null, optional: false })),
        returns: null,
        value: callTo(`${node.collector}.collect`, [node.props]),
      };
      return created({ kind: "asyncMap", list: node.list, each });
    }
  }
}

const NOW: Expression = { kind: "new", callee: pathTo("Date"), types: [], args: [] };

/** What a column that is generated takes. */
export const GENERATORS: Readonly<Record<GeneratedMapping["by"], Expression>> = {
  uuid: callTo("v4", []),
  now: NOW,
  isoNow: callTo("toISOStringSafe", [NOW]),
};

/** `path ? then : otherwise`. */
export function whereGiven(path: string, then: Expression, otherwise: Expression): Expression {
  return { kind: "conditional", condition: pathTo(path), then, otherwise };
}

function connect(path: string): Expression {
  return objectOf([memberOf("connect", objectOf([memberOf("id", pathTo(path))]))]);
}

function created(value: Expression): Expression {
  return objectOf([memberOf("create", awaited(value))]);
}

function lowerGiven(member: string, value: Expression): Spread {
  const condition: Expression = {
    kind: "binary",
    operator: "!==",
    left: value,
    right: { kind: "undefined" },
  };
  const right = objectOf([memberOf(member, value)]);
  return { kind: "spread", value: { kind: "logical", operator: "&&", left: condition, right } };
}
