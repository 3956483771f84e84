import type { Member, ObjectOf } from "./expression.js";

/** Whether two trees say the same; members of an object may change places where no spread stands between them. */
export function sameButOrder(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (isObject(one) && isObject(other)) return sameButOrder(inOrder(one.members), inOrder(other.members));
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => key in other && sameButOrder(one[key as keyof typeof one], other[key as keyof typeof other]),
    )
  );
}

function isObject(node: object): node is ObjectOf {
  return "kind" in node && node.kind === "object" && "members" in node;
}

/** By name between the spreads, whose places mean something. */
function inOrder(members: readonly Member[]): readonly Member[] {
  const parts: Member[][] = [[]];
  for (const member of members)
    if (member.kind === "value") parts.at(-1)?.push(member);
    else parts.push([member], []);
  return parts.flatMap((part) => part.sort((a, b) => nameOf(a).localeCompare(nameOf(b))));
}

function nameOf(member: Member): string {
  return member.kind === "value" ? member.name : "";
}
