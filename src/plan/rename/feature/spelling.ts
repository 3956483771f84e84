import { occurrencesOf, partsOfName, respellAt, type WordRange } from "../../../spec/respell-words.js";
import { wordsOf } from "../../../spec/words.js";

/** How names that bear the word of a feature read under its new word. */
export class Spelling {
  public constructor(
    /** Singular words of the old name. */
    public readonly words: readonly string[],
    /** Words of the new name, as written. */
    public readonly to: readonly string[],
    /** Words that all models begin with: they name the application. */
    private readonly prefix: readonly string[],
    /** Names of things that stay and have the word in them: [comment, policy]. */
    private readonly kept: readonly (readonly string[])[] = [],
  ) {}

  /** The same, and these names stay as they are wherever they are met. */
  public keeping(names: Iterable<string>): Spelling {
    const kept = [...names].map(wordsOf).filter((words) => words.length > this.words.length);
    return new Spelling(this.words, this.to, this.prefix, [...this.kept, ...kept]);
  }

  public bears(name: string): boolean {
    return this.places(name).length > 0;
  }

  public respell(name: string): string {
    return respellAt(name, this.places(name), this.to);
  }

  /** A name that begins with a word of its own, such as "post" in `postBbsArticles`. */
  public respellBehind(start: string, name: string): string {
    return name.startsWith(start) ? start + this.respell(name.slice(start.length)) : this.respell(name);
  }

  private places(name: string): readonly WordRange[] {
    const all = occurrencesOf(this.words, name);
    if (all.length === 0) return all;
    const own = this.isPrefix() ? this.withoutFirst(all, name) : all;
    const shields = [...this.kept, ...(this.prefix.length > this.words.length ? [this.prefix] : [])].flatMap(
      (words) => occurrencesOf(words, name),
    );
    return own.filter(({ from, to }) => !shields.some((shield) => shield.from < to && from < shield.to));
  }

  private isPrefix(): boolean {
    return this.prefix.join(" ") === this.words.join(" ");
  }

  /** `todo_todos`: the first one is the application's name; where there is one only, it is the feature's. */
  private withoutFirst(all: readonly WordRange[], name: string): readonly WordRange[] {
    const leads = (all[0]?.from ?? 0) <= 1 || partsOfName(name)[0]?.text.length === 1;
    return all.length > 1 && leads ? all.slice(1) : all;
  }
}
