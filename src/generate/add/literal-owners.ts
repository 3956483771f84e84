import { ts } from "ts-morph";
import type { PrismaRole, TypedProgram } from "../../graph/types/typed-program.js";
import { wantedType } from "../names/context.js";
import { propertyAt } from "../names/find-declaration.js";
import { membersOf } from "../names/members.js";
import { meaningOf } from "../names/resolve.js";
import { entryName } from "./insert-entry.js";
import type { NewCarrier, NewField } from "./new-field.js";

/** What an object literal is about: part of a query over a model, or a value of a DTO. */
export type LiteralOwner =
  | { readonly kind: "query"; readonly field: NewField; readonly role: PrismaRole }
  | { readonly kind: "value"; readonly field: NewField; readonly carrier: NewCarrier };

/** Says of object literals which of the new fields concern them, by what their keys mean. */
export class LiteralOwners {
  private readonly properties = new Map<ts.Node, LiteralOwner[]>();
  private readonly models = new Map<string, NewField[]>();
  private readonly names = new Set<string>();

  public constructor(
    private readonly program: TypedProgram,
    fields: readonly NewField[],
  ) {
    for (const field of fields) {
      this.models.set(field.model.name, [...(this.models.get(field.model.name) ?? []), field]);
      for (const { name } of field.model.fields) this.names.add(name);
      for (const carrier of field.carriers) this.addProperties(field, carrier);
    }
  }

  public of(literal: ts.ObjectLiteralExpression): readonly LiteralOwner[] {
    // What a spread brings along is settled at the literal that it is spread into.
    if (isSpread(literal)) return [];
    const names = keysOf(literal).filter((name) => this.names.has(name));
    if (names.length === 0) return [];
    const wanted = wantedType(literal, this.program);
    if (wanted === null || wanted.aliasSymbol?.name === "Pick") return [];
    const found = new Set<LiteralOwner>();
    const roles = new Map<string, LiteralOwner[]>();
    for (const name of names)
      for (const symbol of membersOf(wanted, name, this.program.checker))
        for (const meaning of meaningOf(symbol, this.program)) {
          if (meaning.kind === "declared")
            for (const node of meaning.declarations)
              for (const owner of this.properties.get(node) ?? []) found.add(owner);
          if (meaning.kind !== "field") continue;
          const key = `${meaning.model} ${meaning.role}`;
          if (roles.has(key)) continue;
          const fields = this.models.get(meaning.model) ?? [];
          roles.set(
            key,
            fields.map((field) => ({ kind: "query", field, role: meaning.role })),
          );
        }
    return [...found, ...[...roles.values()].flat()];
  }

  /** What a declared property of a carrying DTO belongs to. */
  public ofProperty(node: ts.Node): readonly LiteralOwner[] {
    return this.properties.get(node) ?? [];
  }

  private addProperties(field: NewField, carrier: NewCarrier): void {
    const { dto } = carrier;
    const file = this.program.file(dto.path);
    if (file === undefined) return;
    const owner: LiteralOwner = { kind: "value", field, carrier };
    for (const { name, span } of dto.properties) {
      this.names.add(name);
      const node = propertyAt(file, name, span);
      if (node !== null) this.properties.set(node, [...(this.properties.get(node) ?? []), owner]);
    }
  }
}

function isSpread(node: ts.Node): boolean {
  let at = node.parent;
  while (ts.isParenthesizedExpression(at) || ts.isBinaryExpression(at) || ts.isConditionalExpression(at))
    at = at.parent;
  return ts.isSpreadAssignment(at);
}

/** Names of a literal's entries, those inside conditional spreads included. */
export function keysOf(literal: ts.ObjectLiteralExpression): readonly string[] {
  return literal.properties.flatMap((entry) => {
    const name = entryName(entry);
    if (name !== null) return [name];
    return ts.isSpreadAssignment(entry) ? spreadKeys(entry.expression) : [];
  });
}

function spreadKeys(node: ts.Expression): readonly string[] {
  if (ts.isObjectLiteralExpression(node)) return keysOf(node);
  if (ts.isParenthesizedExpression(node)) return spreadKeys(node.expression);
  if (ts.isConditionalExpression(node)) return [...spreadKeys(node.whenTrue), ...spreadKeys(node.whenFalse)];
  return ts.isBinaryExpression(node) ? spreadKeys(node.right) : [];
}
