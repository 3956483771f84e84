import { ts } from "ts-morph";
import { parseTypescript } from "../../source/parse-typescript.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Creation } from "../create/create-context.js";
import { type NewOperation, ownerOf, parentOf } from "../create/new-model.js";
import { parentParameter } from "../create/operation/guards.js";
import { rowsName } from "../create/operation/rows-name.js";

/** What a collector that is there takes besides the body, with values; null where there is none to call. */
export type Collected =
  | { readonly ok: true; readonly taken: readonly string[] | null }
  | { readonly ok: false; readonly reason: string; readonly remedy: string };

export function collectedBy(creation: Creation, operation: NewOperation, table: Model): Collected {
  const { model, known, code } = creation;
  if (operation.kind !== "create") return { ok: true, taken: null };
  const file = known.backend.files.get(`src/collectors/${model.pascal}Collector.ts`);
  if (!code.modular || file === undefined) return covered(creation, operation, table);
  const owner = ownerOf(model);
  const parent = parentOf(model);
  const values = new Map([
    ...(parent === null
      ? []
      : [[rowsName(parent.target.name), `{ id: props.${parentParameter(operation)} }`] as const]),
    ...(owner === null || owner.actor !== operation.actor
      ? []
      : [[rowsName(owner.target.name), `props.${operation.actor}`] as const]),
  ]);
  const taken: string[] = [];
  for (const name of membersOf(parseTypescript(file))) {
    if (name === "body") continue;
    const value = values.get(name);
    if (value === undefined)
      return {
        ok: false,
        reason: `${file.path} takes ${name}, which ${operation.key} does not know.`,
        remedy: "Let somebody create rows whom they can belong to.",
      };
    taken.push(`${name}: ${value}`);
  }
  return { ok: true, taken };
}

/** Every column that a row cannot be without has to come from somewhere. */
function covered({ model }: Creation, operation: NewOperation, table: Model): Collected {
  const owner = ownerOf(model);
  const lacking = model.relations.find(
    ({ role, optional, actor }) =>
      !optional && role === "owner" && (owner === null || actor !== operation.actor),
  );
  if (lacking !== undefined)
    return {
      ok: false,
      reason: `${table.name}.${lacking.column} says whose a row is, and ${operation.actor ?? "nobody"} is none of them.`,
      remedy: `Let ${lacking.actor ?? "its owner"} create them.`,
    };
  return { ok: true, taken: null };
}

function membersOf(source: ts.SourceFile): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name?.text === "collect") {
      const type = node.parameters[0]?.type;
      if (type !== undefined && ts.isTypeLiteralNode(type))
        names.push(...type.members.flatMap((each) => each.name?.getText() ?? []));
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}
