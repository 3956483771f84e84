import { distance } from "fastest-levenshtein";
import { type Place, placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

/**
 * That a name is unknown is told where it is used; here it is told where it may be declared. Something that nobody uses
 * may be what it is meant to be, and where nothing is called alike, a statement may be missing.
 */
export function namesAreDeclared(
  tree: unknown,
  unknown: ReadonlySet<string>,
  outside: readonly string[],
  at: string,
): readonly Violation[] {
  if (unknown.size === 0) return [];
  const nodes = placesIn(tree, at);
  const uses = nodes.flatMap((place) => usesOf(place));
  const used = new Set(uses.map(([name]) => name));
  const declared = nodes.flatMap(({ node, path }) => {
    const key = DECLARES[node.kind];
    const name = key === undefined ? undefined : node[key];
    return typeof name === "string" ? [{ name, path: `${path}.${key ?? ""}` }] : [];
  });
  const idle = declared.filter(({ name }) => !used.has(name));
  const known = [...declared.map((each) => each.name), ...outside];
  const alike = (name: string): boolean => known.some((each) => distance(each, name) < 3);
  const missing = [...unknown].filter((name) => !alike(name));
  return [
    ...idle.map((each) => idleName(each, [...unknown])),
    ...missing.map((name) => ({ ...undeclared(name, uses, at), candidates: makersOf(name, outside) })),
  ];
}

const DECLARES: Readonly<Record<string, "name" | "result">> = {
  let: "name",
  connection: "name",
  query: "result",
  apiCall: "result",
  helper: "result",
  transaction: "result",
};

function idleName({ name, path }: { name: string; path: string }, unknown: readonly string[]): Violation {
  const advice = `Nothing uses ${name}, and nothing declares ${unknown.join(", ")}.`;
  return { path, expected: "a name that is used behind it", found: name, candidates: unknown, advice };
}

function undeclared(name: string, uses: readonly Use[], at: string): Violation {
  const own = uses.filter(([root]) => root === name);
  const members = new Set(own.flatMap(([, member]) => (member === "" ? [] : [member])));
  const takers = new Set(own.flatMap(([, , taker]) => (taker === "" ? [] : [taker])));
  const asked = members.size === 0 ? "" : `, of which ${[...members].join(", ")} is used`;
  const given = takers.size === 0 ? "" : `, which is given to ${[...takers].join(", ")}`;
  return {
    path: at,
    expected: `a statement that declares ${name}`,
    found: "none",
    candidates: [],
    advice: `Nothing declares ${name}${asked}${given}: do that first, or use something that is there.`,
  };
}

/** Names from outside that speak of it: who declares it may call one of them. */
function makersOf(name: string, outside: readonly string[]): readonly string[] {
  const word = name.toLowerCase();
  return outside.filter((each) => each.toLowerCase().includes(word)).slice(0, 6);
}

/** A name that is used, what of it, and the collector or transformer that is given it. */
type Use = readonly [name: string, member: string, taker: string];

function usesOf({ node, owner }: Place): readonly Use[] {
  const { kind, name, from, like } = node;
  const taker = [owner?.node["transformer"], owner?.node["collector"]].find(
    (each) => typeof each === "string",
  );
  const chains = [kind === "name" ? name : null, kind === "unpack" ? null : from, like];
  return chains.flatMap((chain): readonly Use[] => {
    if (typeof chain !== "string") return [];
    const [root = "", member = ""] = chain.split(".");
    return [[root, member, typeof taker === "string" ? taker : ""]];
  });
}
