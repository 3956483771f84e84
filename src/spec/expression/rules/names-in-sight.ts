import { unknownName, type Violation } from "../../rules/violation.js";

type Tree = Readonly<Record<string, unknown>>;

/** Every name is declared before it is used, or comes from outside: a parameter, an import, a global. */
export function namesInSight(tree: unknown, outside: Iterable<string>, at: string): readonly Violation[] {
  const found: Violation[] = [];
  const names = new Set([...outside, ...GLOBALS]);
  visit(tree, at, { names, later: new Set() }, found);
  return found;
}

/** Names that are declared, and those that are declared further down: functions may speak of them already. */
interface Sight {
  readonly names: ReadonlySet<string>;
  readonly later: ReadonlySet<string>;
}

/** A global is hardly what was meant by a name that is not known. */
function ownOf(names: ReadonlySet<string>): readonly string[] {
  return [...names].filter((name) => !GLOBALS.includes(name));
}

/** The chain stays, only what it begins with is another name. */
function unknownRoot(path: string, from: string, root: string, names: readonly string[]): Violation {
  const violation = unknownName(path, "a name", root, names);
  const rest = from.slice(root.length);
  return { ...violation, found: from, candidates: violation.candidates.map((each) => `${each}${rest}`) };
}

/** What the language and Node bring along. */
const GLOBALS =
  `AbortController AbortSignal Array ArrayBuffer BigInt Boolean Buffer DataView Date Error Float64Array FormData
Headers Infinity Int32Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError Reflect RegExp Request
Response Set String Symbol TextDecoder TextEncoder TypeError URL URLSearchParams Uint8Array Uint32Array WeakMap WeakSet
atob btoa clearInterval clearTimeout console crypto decodeURI decodeURIComponent encodeURI encodeURIComponent fetch global
globalThis isFinite isNaN parseFloat parseInt performance process queueMicrotask setImmediate setInterval setTimeout
structuredClone`.split(/\s+/);

function visit(tree: unknown, path: string, sight: Sight, found: Violation[]): void {
  if (Array.isArray(tree)) return visitList(tree, path, sight, found);
  if (typeof tree !== "object" || tree === null) return;
  const node = tree as Tree;
  const { names, later } = sight;
  if (node["kind"] === "name" && typeof node["name"] === "string" && !names.has(node["name"]))
    found.push(unknownName(`${path}.name`, "a name", node["name"], ownOf(names)));
  if (node["kind"] === "connection" && typeof node["like"] === "string" && !names.has(node["like"]))
    found.push(unknownName(`${path}.like`, "a name", node["like"], ownOf(names)));
  const root = typeof node["from"] === "string" ? /^[\w$]+/.exec(node["from"])?.[0] : undefined;
  // What is unpacked comes "from" an object or an array; those are no names.
  if (root !== undefined && node["kind"] !== "unpack" && !names.has(root))
    found.push(unknownRoot(`${path}.from`, String(node["from"]), root, ownOf(names)));
  const isFunction = node["kind"] === "arrow" || node["kind"] === "routine";
  const inside = new Set([...names, ...(isFunction ? later : []), ...bound(node)]);
  for (const [key, value] of Object.entries(node)) {
    visit(value, `${path}.${key}`, { names: inside, later }, found);
    // The parts of a test come one after the other: each sees what those before it declare.
    if (PARTS.has(key))
      for (const each of value as readonly (Tree | string | null)[])
        for (const name of declared(each)) inside.add(name);
  }
}

const PARTS = new Set(["arrange", "act", "assert"]);

/** In a list of statements, each sees what those before it declare. */
function visitList(list: readonly unknown[], path: string, sight: Sight, found: Violation[]): void {
  const names = new Set(sight.names);
  const later = new Set([...sight.later, ...list.flatMap((each) => declared(each as Tree | string | null))]);
  list.forEach((each, index) => {
    visit(each, `${path}[${index}]`, { names, later }, found);
    for (const name of declared(each as Tree | string | null)) names.add(name);
  });
}

/** Names that a node declares for what is inside of it. */
function bound(node: Tree): readonly string[] {
  switch (node["kind"]) {
    case "arrow":
    case "routine":
      return (node["parameters"] as readonly { readonly name: string }[]).map(({ name }) => name);
    case "forOf":
    case "forEach":
    case "loop":
      return [String(node["name"])];
    case "try":
      return [String(node["error"])];
    case "hasMany":
      return [String(node["item"]), String(node["index"])];
    case "transaction":
      return ["tx"];
    default:
      return [];
  }
}

/** Names that a statement declares for those behind it. */
function declared(node: Tree | string | null): readonly string[] {
  if (node === null || typeof node === "string") return [];
  switch (node["kind"]) {
    case "let":
      return [String(node["name"])];
    case "unpack":
      return (node["names"] as readonly { readonly name: string }[]).map(({ name }) => name);
    case "query":
    case "transaction":
    case "apiCall":
    case "helper":
      return typeof node["result"] === "string" ? [node["result"]] : [];
    case "connection":
      return [String(node["name"])];
    case "together":
      return node["results"] as readonly string[];
    case "raw":
      // What a statement of raw code declares is not known, so its words are taken to be declared.
      return String(node["code"]).match(/[A-Za-z_$][\w$]*/g) ?? [];
    default:
      return [];
  }
}
