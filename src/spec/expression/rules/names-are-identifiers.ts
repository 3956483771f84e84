import { ts } from "ts-morph";
import { placesIn } from "../../rules/places.js";
import { namesInPath } from "../make.js";
import type { Violation } from "../../rules/violation.js";

/** What is declared or called by a name has one that the language allows. */
export function namesAreIdentifiers(tree: unknown, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap(({ node, path }) =>
    namesOf(node, path).flatMap(({ name, path: place }) =>
      isIdentifier(name)
        ? []
        : [
            {
              path: place,
              expected: "a name of letters, digits, _ and $",
              found: name,
              candidates: [],
              advice:
                "A name is one word of the language; what stands behind a dot is a property of its own.",
            },
          ],
    ),
  );
}

/** Names of variables; those of members of objects may be any text. */
const DECLARES: Readonly<Record<string, readonly string[]>> = {
  name: ["name"],
  let: ["name"],
  forOf: ["name"],
  forEach: ["name"],
  loop: ["name"],
  apiCall: ["result"],
  connection: ["name"],
  helper: ["result"],
  query: ["result"],
  transaction: ["result"],
  try: ["error"],
  hasMany: ["item", "index"],
};

function namesOf(node: Readonly<Record<string, unknown>> & { readonly kind: string }, path: string) {
  const own = (DECLARES[node.kind] ?? []).map((key) => ({ name: node[key], path: `${path}.${key}` }));
  const listed = ["names", "parameters"].flatMap((key) =>
    (Array.isArray(node[key]) ? (node[key] as readonly unknown[]) : []).map((each, index) => ({
      name: (each as { readonly name?: unknown }).name,
      path: `${path}.${key}[${index}].name`,
    })),
  );
  return [...own, ...listed, ...chained(node, path), ...behindDots(node, path)].flatMap(
    ({ name, path: place }) => (typeof name === "string" ? [{ name, path: place }] : []),
  );
}

/** The names of a chain; only its first one may not be a word of the language. */
function chained({ kind, from }: Readonly<Record<string, unknown>>, path: string) {
  if (kind === "unpack" || typeof from !== "string") return [];
  const [first = "", ...others] = namesInPath(from);
  return isIdentifier(first) && others.every(isWord) ? [] : [{ name: from, path: `${path}.from` }];
}

/** Names behind a dot or a colon, which may be words of the language. */
function behindDots(node: Readonly<Record<string, unknown>> & { readonly kind: string }, path: string) {
  const own = node.kind === "property" ? [{ word: node["name"], at: `${path}.name` }] : [];
  const counted = node.kind === "count" ? ["of", "relation"] : [];
  const unpacked =
    node.kind === "unpack" ? (node["names"] as readonly Readonly<Record<string, unknown>>[]) : [];
  return [
    ...own,
    ...counted.map((key) => ({ word: node[key], at: `${path}.${key}` })),
    ...unpacked.map(({ property }, index) => ({ word: property, at: `${path}.names[${index}].property` })),
  ].flatMap(({ word, at }) =>
    typeof word === "string" && !word.split(".").every(isWord) ? [{ name: word, path: at }] : [],
  );
}

function isWord(name: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);
}

function isIdentifier(name: string): boolean {
  if (!isWord(name)) return false;
  const kind = ts.identifierToKeywordKind(ts.factory.createIdentifier(name));
  return kind === undefined || kind > ts.SyntaxKind.LastReservedWord;
}
