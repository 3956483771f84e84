import { diffArrays } from "diff";

/** What becomes of the elements of a list, in order. */
export type Step =
  | { readonly kind: "keep"; readonly before: object }
  | { readonly kind: "change"; readonly before: object; readonly after: object }
  | { readonly kind: "insert"; readonly after: object }
  | { readonly kind: "delete"; readonly before: object };

/** How one list becomes another: equal elements are kept, those that say something of the same thing are changed. */
export function pairUp(before: readonly object[], after: readonly object[]): readonly Step[] {
  return chunksOf(before, after, textOf).flatMap((chunk): readonly Step[] => {
    if (chunk.same) return chunk.before.map((each) => ({ kind: "keep", before: each }));
    return chunksOf(chunk.before, chunk.after, subjectOf).flatMap(({ same, before: old, after: fresh }) =>
      same
        ? old.map((each, index) => changed(each, fresh[index] ?? each))
        : [...deleted(old), ...inserted(fresh)],
    );
  });
}

interface Chunk {
  readonly same: boolean;
  readonly before: readonly object[];
  readonly after: readonly object[];
}

/** Runs of elements with equal keys, and what lies between them. */
function chunksOf(
  before: readonly object[],
  after: readonly object[],
  keyOf: (each: object) => string,
): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let [old, fresh] = [0, 0];
  for (const { added, removed, count } of diffArrays(before.map(keyOf), after.map(keyOf))) {
    const chunk: Chunk = {
      same: !added && !removed,
      before: added ? [] : before.slice(old, old + count),
      after: removed ? [] : after.slice(fresh, fresh + count),
    };
    old += chunk.before.length;
    fresh += chunk.after.length;
    const last = chunks.at(-1);
    if (last !== undefined && !last.same && !chunk.same)
      chunks[chunks.length - 1] = {
        same: false,
        before: [...last.before, ...chunk.before],
        after: [...last.after, ...chunk.after],
      };
    else chunks.push(chunk);
  }
  return chunks;
}

/** The same text for trees that say the same, in whichever order their keys are. */
function textOf(each: object): string {
  return JSON.stringify(each, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** What an element speaks of: a member by its name, a statement by its kind and the variable that it fills. */
function subjectOf(each: object): string {
  const part = each as Readonly<Record<string, unknown>>;
  const member = part["member"] ?? part["property"] ?? part["relation"];
  if (member !== undefined) return `member ${String(member)}`;
  return `${String(part["kind"])} ${String(part["result"] ?? part["name"] ?? "")}`;
}

function changed(before: object, after: object): Step {
  return { kind: "change", before, after };
}

function deleted(all: readonly object[]): readonly Step[] {
  return all.map((before) => ({ kind: "delete", before }));
}

function inserted(all: readonly object[]): readonly Step[] {
  return all.map((after) => ({ kind: "insert", after }));
}
