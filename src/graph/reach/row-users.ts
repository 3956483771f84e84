import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { groupBy } from "../../util/group-by.js";
import type { Reach } from "./reach.js";

/**
 * Files that can get at a row of a model or at a query over it: those that name the model, a type made for it, or a
 * relation that leads to it from a model they use, and whatever can get at what those files make.
 */
export class RowUsers {
  private readonly named = new Map<string, Set<string>>();
  private readonly touched = new Map<string, ReadonlySet<string>>();
  private readonly relations: ReadonlyMap<string, readonly Relation[]>;

  public constructor(
    database: DatabaseSpec,
    private readonly reach: Reach,
  ) {
    const relations = [...database.models.values()].flatMap(({ name, fields }) =>
      fields
        .filter(({ type }) => database.models.has(type))
        .map((field) => ({ model: name, key: field.name, target: field.type })),
    );
    this.relations = groupBy(relations, ({ model }) => model);
    const lengths = new Set([...database.models.keys()].map(({ length }) => length));
    for (const word of reach.words())
      for (const length of lengths) {
        // "bbs_articles", and "bbs_articlesWhereInput" as well.
        const model = word.slice(0, length);
        if (database.models.has(model))
          for (const path of reach.filesWith(word))
            this.named.set(path, (this.named.get(path) ?? new Set()).add(model));
      }
  }

  /** Of the files in which a name occurs. */
  public naming(name: string, model: string): readonly string[] {
    const near = new Set<string>();
    for (const path of this.users(model))
      if (!near.has(path)) for (const each of this.reach.carriersOf(path)) near.add(each);
    return this.reach.filesWith(name).filter((path) => near.has(path));
  }

  private users(model: string): readonly string[] {
    const keys = [...this.relations.values()].flat().filter(({ target }) => target === model);
    const candidates = new Set(keys.flatMap(({ key }) => this.reach.filesWith(key)));
    for (const [path, models] of this.named) if (models.has(model)) candidates.add(path);
    return [...candidates].filter((path) => this.touches(path).has(model));
  }

  /** The models whose rows can occur in some files, passed among them or not. */
  public modelsIn(paths: ReadonlySet<string>): ReadonlySet<string> {
    const models = new Set([...paths].flatMap((path) => [...(this.named.get(path) ?? [])]));
    const named = (word: string): boolean => this.reach.filesWith(word).some((path) => paths.has(path));
    for (const model of models)
      for (const { key, target } of this.relations.get(model) ?? [])
        if (!models.has(target) && named(key)) models.add(target);
    return models;
  }

  /** The models that a file names, and those that it comes to from them over relations that it names. */
  private touches(path: string): ReadonlySet<string> {
    let found = this.touched.get(path);
    if (found === undefined) {
      const models = new Set(this.named.get(path));
      for (const model of models)
        for (const { key, target } of this.relations.get(model) ?? [])
          if (!models.has(target) && this.reach.hasWord(path, key)) models.add(target);
      this.touched.set(path, (found = models));
    }
    return found;
  }
}

interface Relation {
  readonly model: string;
  readonly key: string;
  readonly target: string;
}
