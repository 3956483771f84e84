import type { Expression, Member } from "../../expression/expression.js";
import { onlyValue, pathOf } from "../../expression/make.js";
import { sameButOrder } from "../../expression/same-but-order.js";
import { GENERATORS, lowerMapping } from "../lower/lower-mapping.js";
import type { Mapping } from "../mapping.js";
import { type Lifter, ownerIn, placedLike } from "./lifter.js";

/** The mappings that the members of an object stand for; null if one has a computed name. */
export function liftMappings(members: readonly Member[], lifter: Lifter): readonly Mapping[] | null {
  const found = members.map((each) => liftMapping(each, lifter));
  return found.every((each) => each !== null) ? placedLike(found, members, lifter) : null;
}

function liftMapping(member: Member, lifter: Lifter): Mapping | null {
  if (member.kind === "computed") return null;
  const guess = member.kind === "spread" ? guessGiven(member.value) : guessMapping(member.name, member.value);
  const mapping = guess !== null && sameButOrder(lowerMapping(guess), member) ? guess : plain(member);
  return placedLike(mapping, member, lifter);
}

function plain(member: Exclude<Member, { kind: "computed" }>): Mapping {
  return member.kind === "spread" ? member : { kind: "computed", member: member.name, value: member.value };
}

/** What a member looks like; whoever asks makes sure that it says no less than the member. */
function guessMapping(member: string, value: Expression): Mapping | null {
  const path = pathOf(value);
  if (path !== null) return fromPath(member, path);
  switch (value.kind) {
    case "null":
    case "boolean":
    case "number":
    case "string":
      return { kind: "constant", member, value };
    case "as":
      return guessGenerated(member, value.value, value.type);
    case "call":
    case "new":
      return guessGenerated(member, value, null);
    case "logical": {
      const from = pathOf(value.left);
      const isBody = from !== null && fromPath(member, from).kind === "scalar";
      return isBody ? { kind: "scalar", member, from, fallback: value.right } : null;
    }
    case "conditional":
      return guessBelongsTo(member, value.then, true);
    case "object":
      return guessBelongsTo(member, value, false) ?? guessCreated(member, value);
    default:
      return null;
  }
}

function guessGenerated(member: string, value: Expression, type: string | null): Mapping | null {
  const kinds = ["uuid", "now", "isoNow"] as const;
  const by = kinds.find((each) => sameButOrder(GENERATORS[each], value));
  return by === undefined ? null : { kind: "generated", member, by, type };
}

/** The request's body is called so by its parameter, in `props` or on its own. */
function fromPath(member: string, from: string): Mapping {
  return /^(?:props\.)?body\./.test(from)
    ? { kind: "scalar", member, from, fallback: null }
    : { kind: "parameter", member, from };
}

function guessBelongsTo(member: string, value: Expression, optional: boolean): Mapping | null {
  const connect = onlyValue(value, "connect");
  const id = connect === null ? null : onlyValue(connect, "id");
  const from = id === null ? null : pathOf(id);
  return from === null ? null : { kind: "belongsTo", member, from, optional };
}

function guessCreated(member: string, value: Expression): Mapping | null {
  const create = onlyValue(value, "create");
  if (create?.kind !== "await") return null;
  const one = collectorCall(create.value);
  if (one !== null) return { kind: "hasOne", member, ...one };
  if (create.value.kind !== "asyncMap" || create.value.each.kind !== "arrow") return null;
  const { list, each } = create.value;
  const [item, index] = each.parameters;
  const many = collectorCall(each.value);
  if (many === null || item === undefined) return null;
  return { kind: "hasMany", member, list, item: item.name, index: index?.name ?? null, ...many };
}

/** `Collector.collect(props)`. */
export function collectorCall(
  node: Expression,
): { readonly collector: string; readonly props: Expression } | null {
  if (node.kind !== "call") return null;
  const collector = ownerIn(pathOf(node.callee), "collect");
  const [props, ...others] = node.args;
  if (collector === null || props === undefined || props.kind === "spread" || others.length > 0) return null;
  return { collector, props };
}

function guessGiven(value: Expression): Mapping | null {
  if (value.kind !== "logical" || value.left.kind !== "binary" || value.right.kind !== "object") return null;
  const from = pathOf(value.left.left);
  const [member] = value.right.members;
  return from === null || member?.kind !== "value" ? null : { kind: "given", member: member.name, from };
}
