import { ts } from "ts-morph";
import { leadingText } from "../../source/node-span.js";
import type { WrittenFunction } from "../body/written-functions.js";
import { readStatements } from "../expression/read-expression.js";
import type { Spans } from "../expression/reader.js";
import { docText } from "../interface/schema/read-schema.js";
import { isAssertion } from "./assertions.js";
import { liftTest } from "./lift-test.js";
import type { Scenario, TestStatement } from "./scenario.js";

/** Reads a test of one connection; null for any other function. */
export function readScenario(written: WrittenFunction, spans: Spans = new WeakMap()): Scenario | null {
  const { name, node, body } = written;
  const [connection, ...others] = node.parameters;
  if (!ts.isFunctionDeclaration(node) || !ts.isBlock(body) || !name.startsWith("test_")) return null;
  if (connection?.name.getText() !== "connection" || others.length > 0) return null;
  const steps = readStatements(body, spans).map((each) => liftTest(each, spans));
  return { name, doc: docText(leadingText(node)), ...parted(steps) };
}

/** What is done last before something is said to hold is what the test is about; their order stays. */
function parted(steps: readonly TestStatement[]): Pick<Scenario, "arrange" | "act" | "assert"> {
  const found = steps.findIndex(isAssertion);
  const assert = found === -1 ? steps.length : found;
  const act = steps.slice(0, assert).findLastIndex(({ kind }) => kind === "apiCall" || kind === "helper");
  const begin = act === -1 ? assert : act;
  return { arrange: steps.slice(0, begin), act: steps.slice(begin, assert), assert: steps.slice(assert) };
}
