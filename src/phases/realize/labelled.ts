import type { BodyStatement } from "../../spec/body/body.js";

/** A statement of a body, with the label that it is called by. */
export interface Labelled {
  readonly label: string;
  readonly statement: BodyStatement;
  /** Labels of the statements inside of it. */
  readonly inside: readonly string[];
}

/** The members of statements that hold statements of bodies; what loops and `try` hold is theirs alone. */
export const HOLDS: Readonly<Partial<Record<BodyStatement["kind"], readonly string[]>>> = {
  if: ["then", "otherwise"],
  forEach: ["statements"],
  transaction: ["statements"],
};

/** All statements in the order in which they are written, those inside of others after these. */
export function labelled(statements: readonly BodyStatement[]): readonly Labelled[] {
  let count = 0;
  const visit = (list: readonly BodyStatement[]): readonly Labelled[] =>
    list.flatMap((statement) => {
      const label = `S${(count += 1)}`;
      const inside = listsOf(statement).flatMap(visit);
      return [{ label, statement, inside: inside.map((each) => each.label) }, ...inside];
    });
  return visit(statements);
}

/** The lists of statements that a statement holds. */
export function listsOf(statement: BodyStatement): readonly (readonly BodyStatement[])[] {
  return (HOLDS[statement.kind] ?? []).map((key) => Reflect.get(statement, key) as readonly BodyStatement[]);
}
