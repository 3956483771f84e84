import type { ts } from "ts-morph";
import type { AnsweredGuard } from "../gate.js";
import type { Renamed } from "../renamed.js";
import type { Container } from "./containers.js";
import type { DeadValues } from "./dead-values.js";
import { type Formula, printFormula } from "./formula.js";
import { authorizationsOf, branchOf, type Guard, guardsOf } from "./guards.js";
import type { Stop } from "./stop.js";

export interface GuardInput {
  readonly before: Container;
  readonly after: Container;
  readonly dead: DeadValues;
  /** Answers about this file. */
  readonly answered: readonly AnsweredGuard[];
  readonly renamed: Renamed;
}

/**
 * Guards of a function that stays and that are no longer there. A guard that could only refuse something removed is
 * not missed, one that refuses in more cases than before is not lost, and one that an answer names may go.
 */
export function lostGuards(input: GuardInput): readonly Stop[] {
  const { before, after, dead, renamed } = input;
  const left = guardsOf(after.node).map(({ refusesIf }) => refusesIf);
  const take = (refusesIf: Formula): boolean => {
    const twin = left.findIndex((other) => sameFormula(refusesIf, other, renamed));
    if (twin !== -1) left.splice(twin, 1);
    return twin !== -1;
  };
  const written = guardsOf(before.node);
  // What the head must still refuse: the base's guards without what the removal decides.
  const expected = guardsOf(before.node, (part) => dead.evaluate(part)).map(withBranch);
  const isLive = ({ node, refusesIf }: Guard): boolean =>
    refusesIf.length > 0 && !dead.isUnreached(node, before.node);
  // Of guards that read the same, those about something kept are looked for first.
  const live = expected.map(isLive);
  const unchanged = new Set<number>();
  for (const wanted of [true, false])
    written.forEach(({ refusesIf }, index) => {
      if (live[index] === wanted && take(refusesIf)) unchanged.add(index);
    });
  const missing = expected.filter(
    ({ refusesIf }, index) => live[index] === true && !unchanged.has(index) && !take(refusesIf),
  );
  return missing
    .filter(({ refusesIf }) => !covers(left, refusesIf, renamed))
    .filter(({ node }) => !isAnswered(input, node))
    .map((guard) => ({
      code: "lost-guard",
      message: `"${before.name}" no longer refuses if ${printFormula(written[expected.indexOf(guard)]?.refusesIf ?? [])}`,
      node: after.node,
    }));
}

/** Authorization calls and decorators that a container no longer has. */
export function lostAuthorizations(input: GuardInput): readonly Stop[] {
  const { before, after, dead, renamed } = input;
  const left = authorizationsOf(after.node).map(({ text }) => text);
  const stops: Stop[] = [];
  for (const { node, text } of authorizationsOf(before.node)) {
    const twin = left.findIndex((now) => renamed.same(text, now));
    if (twin !== -1) {
      left.splice(twin, 1);
      continue;
    }
    if (dead.isUnreached(node, before.node) || isAnswered(input, node)) continue;
    stops.push({
      code: "lost-authorization",
      message: `"${before.name}" no longer calls ${text}`,
      node: after.node,
    });
  }
  return stops;
}

/** Whether two conditions say the same, new names aside; their parts have no order. */
function sameFormula(before: Formula, after: Formula, renamed: Renamed): boolean {
  const fits = (one: readonly string[], other: readonly string[]): boolean =>
    one.length === other.length && one.every((part) => other.some((now) => renamed.same(part, now)));
  return before.length === after.length && before.every((parts) => after.some((now) => fits(parts, now)));
}

/** A guard that nothing passes refuses whatever comes into its branch. */
function withBranch(guard: Guard): Guard {
  if (!guard.refusesIf.some((parts) => parts.length === 0)) return guard;
  return { ...guard, refusesIf: branchOf(guard.node) ?? guard.refusesIf };
}

/** Every way in which the base refused is one in which the head refuses: by the same parts, or by fewer. */
function covers(left: readonly Formula[], refusesIf: Formula, renamed: Renamed): boolean {
  const alternatives = left.flat();
  return refusesIf.every((parts) =>
    alternatives.some(
      (fewer) => fewer.length > 0 && fewer.every((now) => parts.some((part) => renamed.same(part, now))),
    ),
  );
}

/** An answer names a guard by its text, or by a line that it covers. */
function isAnswered({ answered }: GuardInput, node: ts.Node): boolean {
  const source = node.getSourceFile();
  const first = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const last = source.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
  const text = squeeze(node.getText());
  return answered.some(({ line, snippet }) => {
    if (line >= first && line <= last) return true;
    const quoted = squeeze(snippet);
    return quoted !== "" && (text.includes(quoted) || quoted.includes(text));
  });
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, "");
}
