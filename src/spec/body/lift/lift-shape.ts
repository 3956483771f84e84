import type { Expression, Member, ObjectOf } from "../../expression/expression.js";
import { onlyValue, pathOf, valueAt } from "../../expression/make.js";
import { sameButOrder } from "../../expression/same-but-order.js";
import { lowerSelection } from "../lower/lower-shape.js";
import type { Selection, Shape } from "../query.js";
import { type Lifter, ownerIn, placedLike } from "./lifter.js";

/** The shape that the options of a query or of a relation ask for; what else they say is not looked at. */
export function liftShape(options: ObjectOf, lifter: Lifter): Shape {
  for (const kind of ["select", "include"] as const) {
    const value = valueAt(options, kind);
    const selections = value?.kind === "object" ? liftSelections(value.members, lifter) : null;
    if (selections !== null) return { kind, selections };
  }
  for (const member of options.members) {
    const transformer = member.kind === "spread" ? selectCall(member.value) : null;
    if (transformer !== null) return { kind: "transformer", transformer };
  }
  return { kind: "all" };
}

/** The selections that the members of an object stand for; null if one is none. */
export function liftSelections(members: readonly Member[], lifter: Lifter): readonly Selection[] | null {
  const found = members.map((each) => liftSelection(each, lifter));
  return found.every((each) => each !== null) ? placedLike(found, members, lifter) : null;
}

function liftSelection(member: Member, lifter: Lifter): Selection | null {
  if (member.kind !== "value") return null;
  const guess = guessSelection(member.name, member.value, lifter);
  const isSame = guess !== null && sameButOrder(lowerSelection(guess), member);
  const plain: Selection = { kind: "computed", name: member.name, value: member.value };
  return placedLike(isSame ? guess : plain, member, lifter);
}

/** What a member looks like; whoever asks makes sure that it says no less than the member. */
function guessSelection(name: string, value: Expression, lifter: Lifter): Selection | null {
  if (value.kind === "boolean") return { kind: "column", name };
  const transformer = selectCall(value);
  if (transformer !== null) return { kind: "neighbour", relation: name, transformer };
  if (value.kind !== "object") return null;
  if (name === "_count") return guessCounts(value);
  const shape = liftShape(value, lifter);
  const [where, orderBy] = [valueAt(value, "where"), valueAt(value, "orderBy")];
  return { kind: "nested", relation: name, where, orderBy, shape };
}

function guessCounts(value: Expression): Selection | null {
  const selected = onlyValue(value, "select");
  if (selected?.kind !== "object") return null;
  const relations = selected.members.flatMap((each) =>
    each.kind === "value" ? [{ relation: each.name, where: onlyValue(each.value, "where") }] : [],
  );
  return { kind: "counts", relations };
}

/** `Transformer.select()`. */
function selectCall(value: Expression): string | null {
  return value.kind === "call" && value.args.length === 0 ? ownerIn(pathOf(value.callee), "select") : null;
}
