import type { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";

type Question<N extends ts.Node> = (node: N, program: TypedProgram) => ts.Type | null;

/** Asks about each node of a program once. A question that comes back to itself has no answer there. */
export function perNode<N extends ts.Node>(ask: Question<N>): Question<N> {
  const programs = new WeakMap<TypedProgram, WeakMap<ts.Node, ts.Type | null>>();
  return (node, program) => {
    let answers = programs.get(program);
    if (answers === undefined) programs.set(program, (answers = new WeakMap()));
    const known = answers.get(node);
    if (known !== undefined) return known;
    answers.set(node, null);
    const found = ask(node, program);
    answers.set(node, found);
    return found;
  };
}
