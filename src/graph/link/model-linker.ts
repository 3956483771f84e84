import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import { type FileFacts, HOW } from "../facts/file-facts.js";
import { CREATING_METHODS } from "../facts/prisma-words.js";
import type { EdgeHow, ModelUse } from "../graph.js";

/** Finds the models that a file touches. */
export class ModelLinker {
  private readonly byDelegate: ReadonlyMap<string, Model>;
  private readonly byLength: readonly Model[];
  private readonly relations: ReadonlyMap<string, readonly Field[]>;
  private readonly types = new Map<string, readonly Model[]>();

  public constructor(private readonly database: DatabaseSpec) {
    const models = [...database.models.values()];
    this.byDelegate = new Map(models.map((model) => [lowerFirst(model.name), model]));
    this.relations = new Map(
      models.map(({ name, fields }) => [name, fields.filter(({ relation }) => relation !== null)]),
    );
    this.byLength = models.sort((a, b) => b.name.length - a.name.length);
  }

  public ofDelegate(name: string): string | null {
    return this.byDelegate.get(name)?.name ?? null;
  }

  /** The model whose generated type this is. */
  public ofType(type: string): string | null {
    return this.byLength.find((model) => type.startsWith(model.name))?.name ?? null;
  }

  public field(model: string, name: string): Field | undefined {
    return this.database.models.get(model)?.fields.find((field) => field.name === name);
  }

  /** `imported` are names taken from the Prisma client directly. */
  public link(
    facts: FileFacts,
    names: ReadonlyMap<string, number>,
    owned: ReadonlyMap<string, ReadonlyMap<string, number>>,
    imported: readonly string[],
  ): ReadonlyMap<string, ModelUse> {
    const found = new Map<string, ModelUse>();
    if (this.database.models.size === 0) return found;
    for (const delegate of facts.delegates) {
      const [name = "", method = ""] = delegate.split(".");
      const model = this.byDelegate.get(name);
      if (model !== undefined) add(found, model.name, methodHow(method), null, CREATING_METHODS.has(method));
    }
    for (const type of [...facts.prismaTypes, ...imported])
      for (const [index, model] of this.modelsOfType(type).entries())
        add(found, model.name, "types", null, index === 0 && /Create|Upsert/.test(type));
    this.followRelations(names, owned, found);
    for (const id of owned.keys()) if (id.startsWith("model:")) add(found, id.slice(6), "reads", null, false);
    return found;
  }

  /** A relation key of a touched model touches the model it leads to, and so on. */
  private followRelations(
    names: ReadonlyMap<string, number>,
    owned: ReadonlyMap<string, ReadonlyMap<string, number>>,
    found: Map<string, ModelUse>,
  ): void {
    // In a file that has to do with Prisma a model's name may stand for a delegate that is handed around.
    if (found.size === 0 && !names.has("prisma")) return;
    for (const [name, model] of this.byDelegate)
      if (name.includes("_") && names.has(name)) add(found, model.name, "reads", null, false);
    const queue = [...found.keys()];
    for (let name = queue.pop(); name !== undefined; name = queue.pop())
      for (const field of this.relations.get(name) ?? []) {
        const how = (names.get(field.name) ?? 0) | (owned.get(`model:${name}`)?.get(field.name) ?? 0);
        // A parameter that is called like a relation (`member: MemberPayload`) is none.
        if ((how & ~(HOW.declares | HOW.mentions)) === 0) continue;
        if (!found.has(field.type)) queue.push(field.type);
        add(found, field.type, edgeHow(how), `${name}.${field.name}`, (how & HOW.creates) !== 0);
      }
  }

  /** Models that the name of a generated type is made of: its own first, then those inside ("…CreateWithoutX…"). */
  private modelsOfType(type: string): readonly Model[] {
    let models = this.types.get(type);
    if (models === undefined) {
      const own = this.byLength.find((model) => type.startsWith(model.name));
      const inner = this.byLength.filter((model) => model !== own && type.includes(upperFirst(model.name)));
      // "…CreateWithoutAuthorInput" is made of the relation `author`, and gone with what it leads to.
      const without = (this.relations.get(own?.name ?? "") ?? []).filter(({ name }) =>
        type.includes(`Without${upperFirst(name)}`),
      );
      const left = without.flatMap((field) => this.database.models.get(field.type) ?? []);
      this.types.set(type, (models = [...(own === undefined ? [] : [own]), ...inner, ...left]));
    }
    return models;
  }
}

function add(
  found: Map<string, ModelUse>,
  model: string,
  how: EdgeHow,
  through: string | null,
  creates: boolean,
): void {
  const known = found.get(model);
  if (known === undefined) found.set(model, { how, through, creates });
  else if (creates && !known.creates) found.set(model, { ...known, creates });
}

/** The strongest of the ways a key occurs. */
export function edgeHow(how: number): EdgeHow {
  if (how & HOW.writes) return "writes";
  if (how & HOW.selects) return "selects";
  if (how & HOW.filters) return "filters";
  if (how & HOW.orders) return "orders";
  if (how & HOW.reads) return "reads";
  return how & HOW.builds ? "builds" : "types";
}

function methodHow(method: string): EdgeHow {
  return /^(?:create|update|upsert|delete)/.test(method) ? "writes" : "reads";
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
