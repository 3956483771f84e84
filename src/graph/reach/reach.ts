import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { type ImportResolver, importResolver } from "../../source/resolve-import.js";
import { groupBy } from "../../util/group-by.js";
import { fileText, type FileText, wordsIn } from "./file-text.js";

/**
 * Which code can have to do with which, from words and imports alone. It answers for a whole backend what would take
 * a program of all its files otherwise, and errs on one side only: it never leaves out a file that could.
 */
export class Reach {
  private readonly texts = new Map<string, FileText>();
  private readonly byWord = new Map<string, string[]>();
  private readonly links = new Map<string, readonly Target[]>();
  private readonly users: ReadonlyMap<string, readonly User[]>;
  private readonly resolve: ImportResolver;
  /** Files from which others are reached by the name of a space: those of the SDK. */
  private readonly spaced: Set<string>;
  private readonly named = new Map<string, ReadonlySet<string>>();
  private readonly carried = new Map<string, ReadonlySet<string>>();

  public constructor(backend: Backend) {
    this.resolve = importResolver(backend);
    for (const file of backend.files.values()) {
      if (file.text === null || !/^(?:src|test)\/.*(?<!\.d)\.ts$/.test(file.path)) continue;
      const text = fileText(file);
      this.texts.set(file.path, text);
      for (const word of text.words) {
        const paths = this.byWord.get(word);
        if (paths === undefined) this.byWord.set(word, [file.path]);
        else paths.push(file.path);
      }
    }
    const users: User[] = [];
    for (const path of this.texts.keys())
      for (const { target, exports, space } of this.linksOf(path))
        users.push({ path, target, exports, space });
    this.users = groupBy(users, ({ target }) => target);
    this.spaced = new Set(users.filter(({ space }) => space !== null).map(({ path }) => path));
    for (const path of this.spaced)
      for (const user of this.users.get(path) ?? []) if (this.passes(user)) this.spaced.add(user.path);
  }

  /** Whether a path is a source file of the backend. */
  public has(path: string): boolean {
    return this.texts.has(path);
  }

  /** The source files of the backend. */
  public paths(): Iterable<string> {
    return this.texts.keys();
  }

  public words(): Iterable<string> {
    return this.byWord.keys();
  }

  /** Files in which a name occurs, by path. */
  public filesWith(name: string): readonly string[] {
    const single = this.byWord.get(name);
    if (single !== undefined) return single;
    // A key that is no identifier: "content-type".
    const parts = [...wordsIn(name)];
    if (parts.length < 2) return [];
    return (this.byWord.get(parts[0] ?? "") ?? []).filter((path) => this.hasWords(path, parts));
  }

  public hasWord(path: string, word: string): boolean {
    return this.texts.get(path)?.words.has(word) === true;
  }

  public importersOf(path: string): readonly string[] {
    return [...new Set((this.users.get(path) ?? []).map((user) => user.path))];
  }

  /** Files that can name a declaration of a file: who imports it, directly or from where it is exported again. */
  public namersOf(path: string): ReadonlySet<string> {
    return this.remember(this.named, path, false);
  }

  /** Files that can get at a value whose type a file declares: the same, and who imports any of those. */
  public carriersOf(path: string): ReadonlySet<string> {
    return this.remember(this.carried, path, true);
  }

  /** The files that others take their types from, themselves included. */
  public closure(paths: Iterable<string>): ReadonlySet<string> {
    const found = new Set([...paths].filter((path) => this.texts.has(path)));
    const asked = new Set(found);
    const words = new Set<string>();
    for (let size = -1; size !== found.size;) {
      size = found.size;
      for (const path of found) {
        const links = this.linksOf(path);
        if (!this.spaced.has(path) && links.some(({ target }) => this.spaced.has(target)))
          for (const word of this.texts.get(path)?.words ?? []) words.add(word);
        for (const { target, space } of links) {
          // Nobody calls a controller: who imports one to mount it learns nothing from it.
          if (classify(target) === "controller" && !asked.has(target)) continue;
          if (space === null || words.has(space)) found.add(target);
        }
      }
    }
    return found;
  }

  private remember(
    known: Map<string, ReadonlySet<string>>,
    path: string,
    onward: boolean,
  ): ReadonlySet<string> {
    let found = known.get(path);
    if (found === undefined) known.set(path, (found = this.spread(path, onward)));
    return found;
  }

  private spread(from: string, onward: boolean): ReadonlySet<string> {
    const found = new Set([from]);
    const seen = new Set([from]);
    const queue: Way[] = [{ path: from, names: [] }];
    for (let way = queue.pop(); way !== undefined; way = queue.pop())
      for (const user of this.users.get(way.path) ?? []) {
        const { path, space } = user;
        const near = space !== null || this.hasWords(path, way.names);
        if (near) found.add(path);
        const names = space === null ? way.names : [...way.names, space];
        const ways = [
          ...(this.passes(user) ? [names] : []),
          ...(near && onward && space === null ? [[]] : []),
        ];
        for (const next of ways) {
          const key = [path, ...next].join(" ");
          if (!seen.has(key)) queue.push({ path, names: next });
          seen.add(key);
        }
      }
    return found;
  }

  /** Whether what a file takes in can be taken from it again. */
  private passes({ path, exports }: User): boolean {
    return exports || this.texts.get(path)?.forwards === true;
  }

  private hasWords(path: string, names: readonly string[]): boolean {
    return names.every((name) => this.hasWord(path, name));
  }

  private linksOf(path: string): readonly Target[] {
    let found = this.links.get(path);
    if (found === undefined) {
      found = (this.texts.get(path)?.links ?? []).flatMap(({ specifier, exports, space }) => {
        const target = this.resolve(path, specifier);
        return target !== null && this.texts.has(target) ? [{ target, exports, space }] : [];
      });
      this.links.set(path, found);
    }
    return found;
  }
}

interface Target {
  readonly target: string;
  readonly exports: boolean;
  readonly space: string | null;
}

interface User extends Target {
  readonly path: string;
}

/** How something came to a file, with the names that are needed to get at it from there. */
interface Way {
  readonly path: string;
  readonly names: readonly string[];
}
