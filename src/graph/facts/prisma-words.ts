import type { ts } from "ts-morph";
import { HOW } from "./file-facts.js";

/** Methods of a Prisma delegate; a call of one on `x.y` makes `y` a model. */
export const PRISMA_METHODS: ReadonlySet<string> = new Set(
  (
    "findUnique findUniqueOrThrow findFirst findFirstOrThrow findMany create createMany createManyAndReturn " +
    "update updateMany updateManyAndReturn upsert delete deleteMany count aggregate groupBy findRaw aggregateRaw"
  ).split(" "),
);

/** `x.prisma.<model>.<method>` and `tx.<model>.<method>`; of any other shape when the method is Prisma's. */
export function delegateIn(chain: readonly string[]): string | null {
  const last = chain.at(-1) ?? "";
  if (chain.length > 2 && PRISMA_METHODS.has(last)) return `${chain.at(-2)}.${last}`;
  return /^(?:prisma|tx|trx|transaction)$/i.test(chain.at(-2) ?? "") ? last : null;
}

/** Methods that make new rows. */
export const CREATING_METHODS: ReadonlySet<string> = new Set([
  "create",
  "createMany",
  "createManyAndReturn",
  "upsert",
]);

/** Keys below which rows are made. */
export const CREATING_WORDS: ReadonlySet<string> = new Set([
  "create",
  "createMany",
  "connectOrCreate",
  "upsert",
]);

const WORDS: ReadonlySet<string> = new Set(
  (
    "select include omit where data create update createMany updateMany upsert connectOrCreate connect disconnect " +
    "set delete deleteMany orderBy cursor distinct by having AND OR NOT some every none is isNot _count _sum _avg " +
    "_min _max take skip relationLoadStrategy skipDuplicates"
  ).split(" "),
);

/** Keys that lead to no member of their own: what stands below them belongs to the same model. */
export function isPrismaWord(key: string): boolean {
  return WORDS.has(key);
}

const CONTEXTS: ReadonlyMap<string, number> = new Map([
  ["select", HOW.selects],
  ["include", HOW.selects],
  ["omit", HOW.selects],
  ["_count", HOW.selects],
  ["where", HOW.filters],
  ["cursor", HOW.filters],
  ["data", HOW.writes],
  ["create", HOW.writes],
  ["createMany", HOW.writes],
  ["update", HOW.writes],
  ["upsert", HOW.writes],
  ["connectOrCreate", HOW.writes],
  ["connect", HOW.filters],
  ["orderBy", HOW.orders],
]);

/** What keys below a key mean; a key that is none of Prisma's words leaves the meaning as it is. */
export function keyContext(key: string, outer: number): number {
  return CONTEXTS.get(key) ?? outer;
}

/** What the keys of an object of a Prisma type mean; null for other types. */
export function typeContext(type: ts.TypeNode): number | null {
  const text = type.getText();
  if (!text.startsWith("Prisma.")) return null;
  if (/Where\w*Input(?:\b|$)/.test(text)) return HOW.filters;
  if (/(?:Create|Update|Upsert)\w*Input(?:\b|$)/.test(text)) return HOW.writes;
  if (/OrderBy/.test(text)) return HOW.orders;
  return /(?:Select|Include|Omit)(?:\b|$)/.test(text) ? HOW.selects : null;
}
