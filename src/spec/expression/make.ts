import type { Expression, Member, ObjectOf, Spread } from "./expression.js";

/** A chain of names: "props.body.title", "row.parent?.id". */
export function pathTo(path: string): Expression {
  const names = path.split(".");
  return names.slice(1).reduce<Expression>(
    (object, name, index) => ({
      kind: "property",
      object,
      name: plainName(name),
      optional: names[index]?.endsWith("?") ?? false,
    }),
    { kind: "name", name: plainName(names[0] ?? "") },
  );
}

/** The names of a chain, without what says that there may be nothing behind one. */
export function namesInPath(path: string): readonly string[] {
  return path.split(".").map((name, index, all) => (index === all.length - 1 ? name : plainName(name)));
}

function plainName(name: string): string {
  return name.replace(/\?$/, "");
}

/** The names of a chain, joined by dots; null for any other expression. */
export function pathOf(node: Expression): string | null {
  if (node.kind === "name") return node.name;
  if (node.kind !== "property" || node.optional) return null;
  const owner = pathOf(node.object);
  return owner === null ? null : `${owner}.${node.name}`;
}

/** A call of what stands at a path. */
export function callTo(path: string, args: readonly (Expression | Spread)[]): Expression {
  return { kind: "call", callee: pathTo(path), types: [], args, optional: false };
}

export function awaited(value: Expression): Expression {
  return { kind: "await", value };
}

/** `{ name: value }`; what is null is left out. */
export function objectOf(members: readonly (Member | null)[]): ObjectOf {
  return { kind: "object", members: members.filter((each) => each !== null) };
}

/** `name: value`; null where there is no value. */
export function memberOf(name: string, value: Expression | null): Member | null {
  return value === null ? null : { kind: "value", name, value };
}

/** `value satisfies type`, or the value where there is no type. */
export function satisfying(value: Expression, type: string | null): Expression {
  return type === null ? value : { kind: "satisfies", value, type };
}

/** What {@link satisfying} is made of. */
export function withoutType(node: Expression): { readonly value: Expression; readonly type: string | null } {
  return node.kind === "satisfies" ? { value: node.value, type: node.type } : { value: node, type: null };
}

/** The member of that name where it is written once; null otherwise. */
export function valueAt({ members }: ObjectOf, name: string): Expression | null {
  const found = members.filter((each) => each.kind === "value" && each.name === name);
  const [only, ...others] = found;
  return only?.kind === "value" && others.length === 0 ? only.value : null;
}

/** The only member of an object that has one, if it is of that name. */
export function onlyValue(node: Expression, name: string): Expression | null {
  return node.kind === "object" && node.members.length === 1 ? valueAt(node, name) : null;
}
