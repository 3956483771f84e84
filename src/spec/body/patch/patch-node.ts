import type { Splice } from "../../../source/edit.js";
import type { Spans } from "../../expression/reader.js";
import { sameButOrder } from "../../expression/same-but-order.js";
import { TRANSACTION_CLIENT } from "../lower/lower-statement.js";
import { endOfLine, indentAt, removable } from "./lines.js";
import { pairUp } from "./pair-up.js";
import { LISTS, type Part, printPart } from "./print-part.js";

/** The text that is patched, and where the nodes of the tree before stand in it. */
export interface Patched {
  readonly text: string;
  readonly spans: Spans;
  readonly client: string;
}

type Node = Readonly<Record<string, unknown>>;

/** Splices that make one list of parts another; null where the list has no brackets of its own to put them in. */
export function patchList(
  part: Part,
  before: readonly object[],
  after: readonly object[],
  patched: Patched,
): readonly Splice[] | null {
  const { text, spans, client } = patched;
  const around = spans.get(before);
  if (around === undefined) return null;
  const isBroken = part === "statement" || text.slice(around.start, around.end).includes("\n");
  const first = before.map((each) => spans.get(each)).find((each) => each !== undefined);
  const indent = first === undefined ? `${indentAt(text, around.start)}  ` : indentAt(text, first.start);
  const comma = part === "statement" ? "" : ",";
  const gap = isBroken ? `\n${indent}` : " ";
  const splices: Splice[] = [];
  let anchor: number | null = null;
  const fresh: string[] = [];
  for (const step of pairUp(before, after)) {
    if (step.kind === "insert") {
      const code = printPart(part, step.after, indent, client);
      if (anchor === null) fresh.push(code);
      else splices.push({ start: anchor, end: anchor, text: `${comma}${gap}${code}` });
      continue;
    }
    const span = spans.get(step.before);
    if (span === undefined) return null;
    if (step.kind === "delete") {
      splices.push({ ...removable(text, span), text: "" });
      continue;
    }
    anchor = part === "statement" ? endOfLine(text, span.end) : span.end;
    if (step.kind === "keep") continue;
    const code = printPart(part, step.after, indentAt(text, span.start), client);
    splices.push(...(patchNode(step.before, step.after, patched) ?? [{ ...span, text: code }]));
  }
  if (fresh.length === 0) return splices;
  const code = fresh.map((each) => `${gap}${each}${comma}`).join("");
  if (before.length > 0) return [{ start: around.start + 1, end: around.start + 1, text: code }, ...splices];
  const close = isBroken ? `\n${indentAt(text, around.start)}}` : " }";
  return [{ ...around, text: `{${code}${close}` }];
}

/** Splices inside of a node that make it another; null where it has to be written anew. */
function patchNode(before: object, after: object, patched: Patched): readonly Splice[] | null {
  const [old, fresh] = [before as Node, after as Node];
  const keys = Object.keys(old);
  const isOther = old["kind"] !== fresh["kind"] || keys.length !== Object.keys(fresh).length;
  // A page says its limit in two places, of which the tree knows one.
  if (isOther || old["kind"] === "page") return null;
  const inside = old["kind"] === "transaction" ? { ...patched, client: TRANSACTION_CLIENT } : patched;
  const splices: Splice[] = [];
  for (const key of keys) {
    if (sameButOrder(old[key], fresh[key])) continue;
    const found = patchSlot(String(old["kind"]), key, old[key], fresh[key], inside);
    if (found === null) return null;
    splices.push(...found);
  }
  return splices;
}

function patchSlot(
  kind: string,
  key: string,
  before: unknown,
  after: unknown,
  patched: Patched,
): readonly Splice[] | null {
  if (typeof before !== "object" || typeof after !== "object" || before === null || after === null)
    return null;
  if (Array.isArray(before) || Array.isArray(after)) {
    const part = LISTS.get(key);
    return part === undefined || !Array.isArray(before) || !Array.isArray(after)
      ? null
      : patchList(part, before as readonly object[], after as readonly object[], patched);
  }
  const inner = patchNode(before, after, patched);
  if (inner !== null) return inner;
  const span = patched.spans.get(before);
  if (span === undefined || !STANDS_FREE.has(`${kind}.${key}`)) return null;
  const indent = indentAt(patched.text, span.start);
  return [{ ...span, text: printPart("expression", after, indent, patched.client) }];
}

/** Where any expression may stand without parentheses, or where those around it stay. */
const STANDS_FREE: ReadonlySet<string> = new Set([
  "let.value",
  "return.value",
  "throw.value",
  "value.value",
  "computed.value",
  "spread.value",
  "if.condition",
  "while.condition",
  "guard.condition",
  "guard.message",
  "find.where",
  "find.orderBy",
  "findMany.where",
  "findMany.orderBy",
  "findMany.skip",
  "findMany.take",
  "update.where",
  "updateMany.where",
  "delete.where",
  "deleteMany.where",
  "count.where",
  "createMany.data",
  "nested.where",
  "nested.orderBy",
  "collected.props",
  "hasOne.props",
  "hasMany.props",
  "transformed.from",
]);
