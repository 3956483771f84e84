import { ownersOf, placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";
import type { BodyStatement } from "../body.js";
import type { Scope } from "../scope.js";

/** How each body may end. */
const ENDINGS: Readonly<Record<Scope["body"], readonly BodyStatement["kind"][]>> = {
  operation: ["answer", "transformed", "page", "return"],
  transform: ["answer", "transformed", "return"],
  collector: ["collect", "return"],
  select: ["select", "return"],
};

const ALL = new Set<string>(Object.values(ENDINGS).flat());

/** A collector ends with what it collects, a transformer with what it selects or answers, an operation with its answer. */
export function endingsFit(
  statements: readonly BodyStatement[],
  { body, response }: Scope,
  at: string,
): readonly Violation[] {
  const wrong = placesIn(statements, at).flatMap((place) => {
    const { node, path, key } = place;
    const isStatement = key === "" || key === "statements" || key === "then" || key === "otherwise";
    const inFunction = ownersOf(place).some(
      (each) => each.node.kind === "routine" || each.node.kind === "query",
    );
    if (!isStatement || inFunction || !ALL.has(node.kind) || allows(body, node.kind)) return [];
    return [ending(`${path}.kind`, node.kind, body)];
  });
  const needs = response !== null || body !== "operation";
  return needs && !ends(statements) ? [...wrong, ending(at, "a body that ends without", body)] : wrong;
}

function allows(body: Scope["body"], kind: string): boolean {
  return ENDINGS[body].some((each) => each === kind);
}

function ending(path: string, found: string, body: Scope["body"]): Violation {
  return {
    path,
    expected: ENDINGS[body].join(" or "),
    found,
    candidates: ENDINGS[body],
    advice: `What is written is ${body === "operation" ? "an operation that answers" : `a ${body}`}; end it so.`,
  };
}

/** Whether nothing comes out at the end of a list. */
function ends(statements: readonly BodyStatement[]): boolean {
  const last = statements.at(-1);
  if (last === undefined) return false;
  switch (last.kind) {
    case "if":
      return ends(last.then) && ends(last.otherwise);
    case "try":
    case "while":
    case "loop":
    case "raw":
      return true;
    default:
      return ALL.has(last.kind) || last.kind === "throw";
  }
}
