/** A node of a tree, with where it stands. */
export interface Place {
  readonly node: TreeNode;
  readonly path: string;
  /** The member of its owner that it is, or that the list is in which it stands. */
  readonly key: string;
  readonly owner: Place | null;
}

/** What all nodes have in common. Rules look at kinds, which are those of the tree's types. */
export type TreeNode = Readonly<Record<string, unknown>> & { readonly kind: string };

/** All nodes of a tree, those that hold others before these. */
export function placesIn(tree: unknown, at = "$", key = "", owner: Place | null = null): readonly Place[] {
  if (Array.isArray(tree))
    return tree.flatMap((each: unknown, index) => placesIn(each, `${at}[${index}]`, key, owner));
  if (typeof tree !== "object" || tree === null) return [];
  const own: Place | null = isNode(tree) ? { node: tree, path: at, key, owner } : null;
  const inside = Object.entries(tree).flatMap(([name, value]) =>
    placesIn(value, `${at}.${name}`, name, own ?? owner),
  );
  return own === null ? inside : [own, ...inside];
}

/** The owners of a place, the nearest first. */
export function ownersOf({ owner }: Place): readonly Place[] {
  return owner === null ? [] : [owner, ...ownersOf(owner)];
}

function isNode(tree: object): tree is TreeNode {
  return "kind" in tree && typeof tree.kind === "string";
}
