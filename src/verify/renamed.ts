import type { Rename, Renames } from "../spec/renames.js";
import { groupBy } from "../util/group-by.js";

/** How the base's text reads in the head: a gate that compares both does not take a new name for a loss. */
export class Renamed {
  /** Old path → new path. */
  public readonly files: ReadonlyMap<string, string>;
  private readonly words: ReadonlyMap<string, readonly Rename[]>;

  public constructor(renames: Renames) {
    this.files = new Map(renames.files.map(({ from, to }) => [from, to]));
    const named = [
      ...renames.fields,
      ...renames.properties,
      ...renames.models,
      ...renames.enums,
      ...renames.values,
      ...renames.dtos,
      ...renames.symbols,
    ];
    const last = (name: string): string => name.slice(name.lastIndexOf(".") + 1);
    this.words = groupBy(
      named.map(({ from, to }) => ({ from: last(from), to: last(to) })),
      ({ from }) => from,
    );
  }

  public pathOf(path: string): string {
    return this.files.get(path) ?? path;
  }

  /** Whether a text of the head says what one of the base does. A word may keep its name where it means another thing. */
  public same(before: string, after: string): boolean {
    if (before === after) return true;
    if (this.words.size === 0) return false;
    const [old, now] = [before, after].map((text) => text.match(/[A-Za-z_$][\w$]*|[^A-Za-z_$]+/g) ?? []);
    if (old === undefined || now === undefined || old.length !== now.length) return false;
    return old.every((word, index) => word === now[index] || this.becomes(word, now[index] ?? ""));
  }

  /** Types that Prisma names after a model have its name in front. */
  private becomes(word: string, now: string): boolean {
    if (this.words.get(word)?.some(({ to }) => to === now) === true) return true;
    return [...this.words].some(
      ([old, all]) => word.startsWith(old) && all.some(({ to }) => to + word.slice(old.length) === now),
    );
  }
}
