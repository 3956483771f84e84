import type { Statement } from "../expression/expression.js";
import { awaited, callTo, memberOf, objectOf, pathTo } from "../expression/make.js";
import type { TestStatement } from "./scenario.js";

export const CONNECTION_TYPE = "api.IConnection";

/** A step of a test as the plain statement that it stands for. */
export function lowerTest(node: TestStatement): Statement {
  switch (node.kind) {
    case "connection": {
      const value = objectOf([memberOf("host", pathTo(`${node.like}.host`))]);
      return { kind: "let", constant: true, name: node.name, type: CONNECTION_TYPE, value };
    }
    case "helper": {
      const { result, type, helper, connection, props } = node;
      const value = awaited(callTo(helper, props === null ? [connection] : [connection, props]));
      return result === null
        ? { kind: "expression", value }
        : { kind: "let", constant: true, name: result, type, value };
    }
    default:
      return node;
  }
}
