import type { Expression, Member } from "../../expression/expression.js";
import { pathOf } from "../../expression/make.js";
import { sameButOrder } from "../../expression/same-but-order.js";
import { lowerProjection } from "../lower/lower-projection.js";
import type { Projection } from "../mapping.js";
import { type Lifter, ownerIn, placedLike } from "./lifter.js";

/** The projections that the members of an object stand for; null if one has a computed name. */
export function liftProjections(members: readonly Member[], lifter: Lifter): readonly Projection[] | null {
  const found = members.map((each) => liftProjection(each, lifter));
  return found.every((each) => each !== null) ? placedLike(found, members, lifter) : null;
}

function liftProjection(member: Member, lifter: Lifter): Projection | null {
  if (member.kind === "computed") return null;
  if (member.kind === "spread") return member;
  const { name, value } = member;
  const guess = guessProjection(name, value);
  const isSame = guess !== null && sameButOrder(lowerProjection(guess), member);
  return placedLike<Projection>(isSame ? guess : { kind: "computed", property: name, value }, member, lifter);
}

/** What a member looks like; whoever asks makes sure that it says no less than the member. */
function guessProjection(property: string, value: Expression): Projection | null {
  const path = pathOf(value);
  if (path !== null) return fromPath(property, path);
  switch (value.kind) {
    case "null":
    case "boolean":
    case "number":
    case "string":
      return { kind: "constant", property, value };
    case "as": {
      const from = pathOf(value.value);
      return from === null ? null : { kind: "scalar", property, from, type: value.type };
    }
    case "conditional":
      return guessOne(property, value.then, true);
    default:
      return guessOne(property, value, false) ?? guessMany(property, value);
  }
}

function fromPath(property: string, from: string): Projection {
  const [, of, relation] = /^(.+)\._count\.(\w+)$/.exec(from) ?? [];
  return of === undefined || relation === undefined
    ? { kind: "scalar", property, from, type: null }
    : { kind: "count", property, of, relation };
}

function guessOne(property: string, value: Expression, nullable: boolean): Projection | null {
  const call = value.kind === "await" ? value.value : value;
  if (call.kind !== "call") return null;
  const [argument] = call.args;
  const from = argument === undefined || argument.kind === "spread" ? null : pathOf(argument);
  const callee = pathOf(call.callee);
  if (from === null) return null;
  if (callee === "toISOStringSafe") return { kind: "date", property, from, nullable };
  const transformer = ownerIn(callee, "transform");
  return transformer === null ? null : { kind: "neighbour", property, from, transformer, nullable };
}

function guessMany(property: string, value: Expression): Projection | null {
  const all = transformedList(value);
  const from = all === null ? null : pathOf(all.list);
  return all === null || from === null
    ? null
    : { kind: "neighbours", property, from, transformer: all.transformer };
}

/** `await ArrayUtil.asyncMap(list, Transformer.transform)`. */
export function transformedList(
  value: Expression,
): { readonly list: Expression; readonly transformer: string } | null {
  if (value.kind !== "await" || value.value.kind !== "asyncMap") return null;
  const transformer = ownerIn(pathOf(value.value.each), "transform");
  return transformer === null ? null : { list: value.value.list, transformer };
}
