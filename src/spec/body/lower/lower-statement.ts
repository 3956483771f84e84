import type { Expression, Statement } from "../../expression/expression.js";
import { awaited, callTo, memberOf, objectOf, pathTo, satisfying } from "../../expression/make.js";
import type { BodyStatement, Guard, Page, Together, Transaction } from "../body.js";
import { lowerMapping } from "./lower-mapping.js";
import { lowerProjection, transformAll } from "./lower-projection.js";
import { lowerQuery } from "./lower-query.js";
import { lowerSelection } from "./lower-shape.js";

/** Where the Prisma client stands, outside of transactions and inside of them. */
export const CLIENT = "MyGlobal.prisma";
export const TRANSACTION_CLIENT = "tx";

/** A statement of a body as the plain statement that it stands for; queries go to the client at a path. */
export function lowerStatement(node: BodyStatement, client: string = CLIENT): Statement {
  switch (node.kind) {
    case "query":
      return keep(node.result, awaited(lowerQuery(node.query, client)));
    case "together":
      return lowerTogether(node, client);
    case "transaction":
      return lowerTransaction(node, client);
    case "guard":
      return lowerGuard(node);
    case "answer":
      return returned(objectOf(node.projections.map(lowerProjection)), node.type);
    case "transformed":
      return returned(awaited(callTo(`${node.transformer}.transform`, [node.from])), null);
    case "page":
      return lowerPage(node);
    case "collect":
      return returned(objectOf(node.mappings.map(lowerMapping)), node.type);
    case "select":
      return returned(
        objectOf([memberOf("select", objectOf(node.selections.map(lowerSelection)))]),
        node.type,
      );
    case "if":
      return {
        kind: "if",
        condition: node.condition,
        then: node.then.map((each) => lowerStatement(each, client)),
        otherwise: node.otherwise.map((each) => lowerStatement(each, client)),
      };
    case "forEach": {
      const statements = node.statements.map((each) => lowerStatement(each, client));
      return { kind: "forOf", name: node.name, list: node.list, statements };
    }
    default:
      return node;
  }
}

function keep(result: string | null, value: Expression): Statement {
  return result === null
    ? { kind: "expression", value }
    : { kind: "let", constant: true, name: result, type: null, value };
}

function returned(value: Expression, type: string | null): Statement {
  return { kind: "return", value: satisfying(value, type) };
}

function lowerTogether({ atomic, results, queries }: Together, client: string): Statement {
  const list: Expression = { kind: "array", items: queries.map((each) => lowerQuery(each, client)) };
  const value = awaited(callTo(atomic ? `${client}.$transaction` : "Promise.all", [list]));
  if (results.length === 0) return { kind: "expression", value };
  return { kind: "unpack", from: "array", names: results.map((name) => ({ name, property: null })), value };
}

function lowerTransaction({ result, statements }: Transaction, client: string): Statement {
  const routine: Expression = {
    kind: "routine",
    async: true,
    parameters: [{ name: TRANSACTION_CLIENT, type: null, optional: false }],
    returns: null,
    statements: statements.map((each) => lowerStatement(each, TRANSACTION_CLIENT)),
  };
  return keep(result, awaited(callTo(`${client}.$transaction`, [routine])));
}

function lowerGuard({ condition, status, message }: Guard): Statement {
  const args: Expression[] = [message, { kind: "number", value: status }];
  const value: Expression = { kind: "new", callee: pathTo("HttpException"), types: [], args };
  return { kind: "if", condition, then: [{ kind: "throw", value }], otherwise: [] };
}

function lowerPage({ page, limit, total, rows, transformer, type }: Page): Statement {
  const pages = callTo("Math.ceil", [{ kind: "binary", operator: "/", left: total, right: limit }]);
  const pagination = objectOf([
    memberOf("current", page),
    memberOf("limit", limit),
    memberOf("records", total),
    memberOf("pages", pages),
  ]);
  const data = awaited(transformAll(rows, transformer));
  return returned(objectOf([memberOf("pagination", pagination), memberOf("data", data)]), type);
}
