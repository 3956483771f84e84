import { ts } from "ts-morph";
import { SpecError } from "../../errors/spec-error.js";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { NO_RENAMES, type Renames } from "../../spec/renames.js";
import { readDatabase } from "../../spec/database/read-database.js";
import type { Trees } from "../gate.js";

/** The names that a change took out, and what stays under the same name. */
export interface RemovedNames {
  readonly models: ReadonlySet<string>;
  /** Those of them that have no other name now, so that their members went too. */
  readonly whole: ReadonlySet<string>;
  /** "model.field" */
  readonly fields: ReadonlySet<string>;
  readonly dtos: ReadonlySet<string>;
  /** "IBbsArticle.ISummary.comments_count" */
  readonly properties: ReadonlySet<string>;
  /** Member name → what owned it: models, roots of DTO names. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same for members of owners that stay: these can be met on a value that is still there. */
  readonly lost: ReadonlyMap<string, ReadonlySet<string>>;
  /** Member name → what still owns one of that name: models, roots of DTO names, files for types of their own. */
  readonly kept: ReadonlyMap<string, ReadonlySet<string>>;
  /** The base's, which still knows where removed relations lead. */
  readonly database: DatabaseSpec;
  /** Names exported by files that the change deleted. */
  readonly exports: ReadonlySet<string>;
}

const EMPTY: DatabaseSpec = { files: [], provider: null, models: new Map(), enums: new Map() };

export function removedNames(
  { base, head, removed, renames = NO_RENAMES }: Trees,
  parse: Parse,
): RemovedNames {
  const members = new Map<string, Set<string>>();
  const lost = new Map<string, Set<string>>();
  const renamed = new Set(
    [...renames.models, ...renames.dtos, ...renames.fields, ...renames.properties].map(({ from }) => from),
  );
  const isGone = (name: string): boolean =>
    (removed.models.includes(name) || removed.dtos.includes(name)) && !renamed.has(name);
  for (const member of [...removed.fields, ...removed.properties]) {
    const [owner = "", ...rest] = member.split(".");
    const name = rest.at(-1) ?? "";
    own(members, name, owner);
    // What has another name now is not absent.
    if (!isGone(owner) && !renamed.has(member)) own(lost, name, owner);
  }
  const database = databaseOf(base);
  const whole = new Set(removed.models.filter((name) => !renamed.has(name)));
  for (const name of whole)
    for (const field of database.models.get(name)?.fields ?? []) own(members, field.name, name);
  return {
    models: new Set(removed.models),
    whole,
    fields: new Set(removed.fields),
    dtos: new Set(removed.dtos),
    properties: new Set(removed.properties),
    members,
    lost,
    kept: keptMembers(head, parse, oldOwners(renames)),
    database,
    exports: deletedExports(base, head, parse),
  };
}

export type Parse = (backend: Backend, path: string) => ts.SourceFile | null;

function own(members: Map<string, Set<string>>, name: string, owner: string): void {
  const owners = members.get(name);
  if (owners === undefined) members.set(name, new Set([owner]));
  else owners.add(owner);
}

function databaseOf(backend: Backend): DatabaseSpec {
  try {
    return readDatabase(backend);
  } catch (error) {
    if (error instanceof SpecError) return EMPTY;
    throw error;
  }
}

/** Every member that the head still declares: columns, relations, and properties of any type in its code. */
function keptMembers(
  head: Backend,
  parse: Parse,
  oldName: (owner: string) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const kept = new Map<string, Set<string>>();
  for (const model of databaseOf(head).models.values())
    for (const field of model.fields) own(kept, field.name, oldName(model.name));
  for (const path of head.files.keys()) {
    const source = parse(head, path);
    if (source === null) continue;
    const isDto = classify(path) === "dto";
    const visit = (node: ts.Node, root: string): void => {
      const declares = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);
      const name = declares || ts.isModuleDeclaration(node) ? node.name.text : "";
      const owner = !isDto ? ownerOfFile(path) : root === "" ? name : root;
      if (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node))
        own(kept, memberText(node.name), oldName(owner));
      ts.forEachChild(node, (child) => visit(child, owner));
    };
    visit(source, "");
  }
  return kept;
}

/** Owners of the head as the base calls them, for it is the base's code that is asked about. */
function oldOwners({ models, dtos, files }: Renames): (owner: string) => string {
  const old = new Map([...models, ...dtos].map(({ from, to }) => [to, from]));
  for (const { from, to } of files) old.set(ownerOfFile(to), ownerOfFile(from));
  return (owner) => old.get(owner) ?? owner;
}

/** How a file stands among the owners of members. */
export function ownerOfFile(path: string): string {
  return `./${path}`;
}

function memberText(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

function deletedExports(base: Backend, head: Backend, parse: Parse): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of base.files.keys()) {
    if (head.files.has(path) || classify(path) === "sdk" || !path.startsWith("src/")) continue;
    for (const statement of parse(base, path)?.statements ?? [])
      if ("name" in statement) {
        const { name } = statement as { readonly name?: ts.Node };
        if (name !== undefined && ts.isIdentifier(name)) names.add(name.text);
      }
  }
  return names;
}
