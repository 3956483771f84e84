import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { NameMap } from "../../spec/renames.js";

/** The types that Prisma names after models and relations: `bbs_articlesWhereInput`, `bbs_filesCreateWithoutArticleInput`. */
export class ModelTypes {
  private readonly longestFirst: readonly string[];

  public constructor(
    private readonly database: DatabaseSpec,
    private readonly models: NameMap,
    private readonly fields: NameMap,
  ) {
    this.longestFirst = [...database.models.keys()].sort((a, b) => b.length - a.length);
  }

  /** The name of a type behind the renames; null if it keeps the one it has. */
  public newName(type: string): string | null {
    const old = this.longestFirst.find(
      (name) => type.startsWith(name) && !/^[a-z_0-9]/.test(type.slice(name.length)),
    );
    if (old === undefined || type === old) return null;
    const rest = type.slice(old.length);
    const now = (this.models.get(old) ?? old) + this.withoutRelation(old, rest);
    return now === type ? null : now;
  }

  private withoutRelation(model: string, rest: string): string {
    for (const field of this.database.models.get(model)?.fields ?? []) {
      const to = this.fields.get(`${model}.${field.name}`);
      if (to === undefined || field.relation === null) continue;
      const at = rest.indexOf(`Without${capital(field.name)}`);
      const end = at + "Without".length + field.name.length;
      if (at !== -1 && /^([A-Z]|$)/.test(rest.slice(end)))
        return `${rest.slice(0, at)}Without${capital(to)}${rest.slice(end)}`;
    }
    return rest;
  }
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
