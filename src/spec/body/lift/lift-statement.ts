import type { ApiCall, Expression, Statement } from "../../expression/expression.js";
import { awaited, callTo, pathOf } from "../../expression/make.js";
import { sameButOrder } from "../../expression/same-but-order.js";
import type { BodyStatement } from "../body.js";
import { CLIENT, lowerStatement, TRANSACTION_CLIENT } from "../lower/lower-statement.js";
import { liftQuery } from "./lift-query.js";
import { liftReturn } from "./lift-return.js";
import { type Lifter, placedLike } from "./lifter.js";

/** The statements of a body that plain ones stand for. */
export function liftStatements(plain: readonly Statement[], lifter: Lifter): readonly BodyStatement[] {
  return placedLike(
    plain.map((each) => liftStatement(each, lifter)),
    plain,
    lifter,
  );
}

/** The statement of a body that a plain one stands for: the kind that says most, or itself. */
function liftStatement(plain: Statement, lifter: Lifter): BodyStatement {
  const guess = guessStatement(plain, lifter);
  const isSame = guess !== null && sameButOrder(lowerStatement(guess, lifter.client), plain);
  return placedLike(isSame ? guess : liftPlain(plain, lifter), plain, lifter);
}

/** Those that hold others hold statements of bodies then. */
function liftPlain(plain: Statement, lifter: Lifter): BodyStatement {
  switch (plain.kind) {
    case "if": {
      const { condition, then, otherwise } = plain;
      const [yes, no] = [liftStatements(then, lifter), liftStatements(otherwise, lifter)];
      return { kind: "if", condition, then: yes, otherwise: no };
    }
    case "forOf": {
      const { name, list } = plain;
      return { kind: "forEach", name, list, statements: liftStatements(plain.statements, lifter) };
    }
    case "apiCall":
      return ordinary(plain);
    default:
      return plain;
  }
}

/** What answers an API call is what a test speaks of; in a body, it is a call like any other. */
function ordinary({ result, type, accessor, connection, props }: ApiCall): BodyStatement {
  const args = props === null ? [connection] : [connection, props];
  const value = awaited(callTo(`api.functional.${accessor}`, args));
  return result === null
    ? { kind: "expression", value }
    : { kind: "let", constant: true, name: result, type, value };
}

function guessStatement(plain: Statement, lifter: Lifter): BodyStatement | null {
  switch (plain.kind) {
    case "let":
      return plain.constant && plain.value !== null ? guessAsked(plain.name, plain.value, lifter) : null;
    case "expression":
      return guessAsked(null, plain.value, lifter) ?? guessTogether([], plain.value, lifter);
    case "unpack":
      return guessTogether(
        plain.names.map(({ name }) => name),
        plain.value,
        lifter,
      );
    case "return":
      return plain.value === null ? null : liftReturn(plain.value, lifter);
    case "if":
      return guessGuard(plain);
    default:
      return null;
  }
}

/** One query, or a transaction. */
function guessAsked(result: string | null, value: Expression, lifter: Lifter): BodyStatement | null {
  if (value.kind !== "await") return null;
  const query = liftQuery(value.value, lifter);
  if (query !== null) return { kind: "query", result, query };
  if (value.value.kind !== "call" || pathOf(value.value.callee) !== `${CLIENT}.$transaction`) return null;
  const [routine] = value.value.args;
  if (routine?.kind !== "routine") return null;
  const inside = { ...lifter, client: TRANSACTION_CLIENT };
  const statements = liftStatements(routine.statements, inside);
  return { kind: "transaction", result, statements };
}

function guessTogether(results: readonly string[], value: Expression, lifter: Lifter): BodyStatement | null {
  const call = value.kind === "await" ? value.value : null;
  const [list] = call?.kind === "call" ? call.args : [];
  if (call?.kind !== "call" || list?.kind !== "array") return null;
  const queries = list.items.map((each) => (each.kind === "spread" ? null : liftQuery(each, lifter)));
  if (queries.length === 0 || !queries.every((each) => each !== null)) return null;
  const atomic = pathOf(call.callee)?.endsWith(".$transaction") === true;
  return { kind: "together", atomic, results, queries };
}

function guessGuard({ condition, then }: Extract<Statement, { kind: "if" }>): BodyStatement | null {
  const [only] = then;
  if (only?.kind !== "throw" || only.value.kind !== "new" || then.length > 1) return null;
  const [message, status] = only.value.args;
  if (message === undefined || message.kind === "spread" || status?.kind !== "number") return null;
  return { kind: "guard", condition, status: status.value, message };
}
