import type { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { InterfaceSpec } from "../../spec/interface/interface-spec.js";
import { type NameMap, nameMap, type Renames } from "../../spec/renames.js";
import { propertyAt } from "../names/find-declaration.js";
import type { Meaning } from "../names/resolve.js";
import { ModelTypes } from "./model-types.js";

/** What a renamed thing is called now, and why a place that names it is touched. */
export interface NewName {
  readonly text: string;
  /** The member under its old name, such as "bbs_articles.title". */
  readonly cause: string;
  readonly how: string;
}

/** Declarations that get other names, beside the members of the two specs. */
export type Declared = ReadonlyMap<ts.Node, NewName & { readonly old: string }>;

/** The new names of a plan, asked by what a name in the code means. */
export class NewNames {
  private readonly declarations = new Map<ts.Node, NewName>();
  private readonly fields = new Map<string, string>();
  private readonly old = new Set<string>();
  private readonly models: NameMap;
  private readonly types: ModelTypes;

  public constructor(
    program: TypedProgram,
    database: DatabaseSpec,
    api: InterfaceSpec,
    renames: Renames,
    declared: Declared,
  ) {
    const fields = nameMap(renames.fields);
    const properties = nameMap(renames.properties);
    this.models = nameMap(renames.models);
    this.types = new ModelTypes(database, this.models, fields);
    for (const [name, text] of [...fields, ...compoundKeys(database, fields)]) this.fields.set(name, text);
    for (const [node, { old, ...name }] of declared) {
      this.declarations.set(node, name);
      this.old.add(old);
    }
    for (const name of [...this.fields.keys(), ...properties.keys(), ...this.models.keys()])
      this.old.add(name.slice(name.lastIndexOf(".") + 1));
    for (const dto of api.dtos.values())
      for (const property of dto.properties) {
        const text = properties.get(`${dto.name}.${property.name}`);
        const file = program.file(dto.path);
        const node = text && file ? propertyAt(file, property.name, property.span) : null;
        if (node !== null && text !== undefined)
          this.declarations.set(node, { text, cause: `${dto.name}.${property.name}`, how: "maps" });
      }
  }

  /** Whether a name has to be looked at at all. */
  public concerns(name: string): boolean {
    return this.old.has(name) || this.types.newName(name) !== null;
  }

  /** Words of which one stands in every file that has to be looked at. */
  public oldNames(): ReadonlySet<string> {
    return this.old;
  }

  /** A key whose new name follows from its object: who reads it back there reads the new one. */
  public declare(node: ts.Node, name: NewName): boolean {
    if (this.declarations.has(node)) return false;
    this.declarations.set(node, name);
    return true;
  }

  /** New name of what a place means; null if it keeps its name, "both" if one of several meanings does. */
  public of(meanings: readonly Meaning[], written: string): NewName | null | "both" {
    const found = meanings.flatMap((meaning) => this.each(meaning, written));
    const [first] = found;
    if (first === undefined || found.every((each) => each === null)) return null;
    return found.every((each) => each !== null && each.text === first?.text) ? first : "both";
  }

  private each(meaning: Meaning, written: string): readonly (NewName | null)[] {
    if (meaning.kind === "declared")
      return meaning.declarations.map((declaration) => this.declarations.get(declaration) ?? null);
    if (meaning.kind === "model") {
      const text = written === meaning.model ? this.models.get(written) : this.types.newName(written);
      return [text === undefined || text === null ? null : { text, cause: meaning.model, how: "queries" }];
    }
    const cause = `${meaning.model}.${meaning.field}`;
    const text = this.fields.get(cause);
    return [text === undefined ? null : { text, cause, how: HOW[meaning.role] }];
  }
}

const HOW: Readonly<Record<Extract<Meaning, { kind: "field" }>["role"], string>> = {
  row: "reads",
  where: "filters",
  select: "selects",
  orderBy: "orders by",
  data: "writes",
  args: "queries",
  count: "counts",
};

/** `@@unique([a, b])` gives a filter key `a_b`, which follows both names. */
function compoundKeys(database: DatabaseSpec, fields: NameMap): readonly (readonly [string, string])[] {
  return [...database.models.values()].flatMap((model) =>
    model.attributes.flatMap((attribute) => {
      const after = attribute.fields.map((name) => fields.get(`${model.name}.${name}`) ?? name);
      const before = attribute.fields.join("_");
      const isKey = attribute.fields.length > 1 && /^(unique|id)$/.test(attribute.kind);
      return isKey && after.join("_") !== before
        ? [[`${model.name}.${before}`, after.join("_")] as const]
        : [];
    }),
  );
}
