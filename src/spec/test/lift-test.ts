import type { Expression, Statement } from "../expression/expression.js";
import { pathOf, valueAt } from "../expression/make.js";
import type { Spans } from "../expression/reader.js";
import { sameButOrder } from "../expression/same-but-order.js";
import { CONNECTION_TYPE, lowerTest } from "./lower-test.js";
import type { TestStatement } from "./scenario.js";

/** The step of a test that a plain statement stands for: the kind that says most, or itself. */
export function liftTest(plain: Statement, spans: Spans): TestStatement {
  const guess = guessConnection(plain) ?? guessHelper(plain);
  if (guess === null || !sameButOrder(lowerTest(guess), plain)) return plain;
  const span = spans.get(plain);
  if (span !== undefined) spans.set(guess, span);
  return guess;
}

function guessConnection(plain: Statement): TestStatement | null {
  if (plain.kind !== "let" || plain.type !== CONNECTION_TYPE || plain.value?.kind !== "object") return null;
  const host = valueAt(plain.value, "host");
  const like = host === null ? null : /^(\w+)\.host$/.exec(pathOf(host) ?? "")?.[1];
  return like == null ? null : { kind: "connection", name: plain.name, like };
}

/** A helper is a function of its own that takes a connection first. */
function guessHelper(plain: Statement): TestStatement | null {
  const [result, type, value] =
    plain.kind === "let"
      ? [plain.name, plain.type, plain.value]
      : plain.kind === "expression"
        ? [null, null, plain.value]
        : [null, null, null];
  const call: Expression | null = value?.kind === "await" ? value.value : null;
  if (call?.kind !== "call" || call.callee.kind !== "name") return null;
  const [connection, props = null, ...others] = call.args;
  if (connection === undefined || connection.kind === "spread" || others.length > 0) return null;
  if (props?.kind === "spread") return null;
  return { kind: "helper", result, type, helper: call.callee.name, connection, props };
}
