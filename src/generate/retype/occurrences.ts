import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { propertyAt } from "../names/find-declaration.js";
import { wantedType } from "../names/context.js";
import { membersOf } from "../names/members.js";
import { type Meaning, meaningOf, meaningsOf, shorthandTargets } from "../names/resolve.js";
import type { CarriedProperty } from "./retyping.js";

/** What a name in code has to do with a column: a part of a query or of a row, or a property that carries it. */
export type Occurrence =
  | { readonly kind: "row" | "data" | "where" | "other" }
  | { readonly kind: "carried"; readonly carrier: CarriedProperty };

/** A column, if there is one, and the properties that carry it. */
export interface Carried {
  /** An empty name where no column is meant. */
  readonly field: { readonly name: string; readonly model: { readonly name: string } };
  readonly carried: readonly CarriedProperty[];
}

/** Says of names what they have to do with the column that gets another type. */
export class Occurrences {
  private readonly declared = new Map<ts.Node, CarriedProperty>();
  private readonly names: ReadonlySet<string>;

  public constructor(
    private readonly program: TypedProgram,
    private readonly column: Carried,
  ) {
    const { field, carried } = column;
    this.names = new Set([field.name, ...carried.map(({ property }) => property)]);
    for (const carrier of carried) {
      const file = program.file(carrier.path);
      const node = file === undefined ? null : propertyAt(file, carrier.property, carrier.span);
      if (node !== null) this.declared.set(node, carrier);
    }
  }

  public concerns(text: string): boolean {
    return this.names.has(text);
  }

  /** Null for a name that has nothing to do with it. */
  public of(node: ts.Identifier | ts.StringLiteralLike): Occurrence | null {
    return this.names.has(node.text) ? this.first(meaningsOf(node, this.program)) : null;
  }

  /** The key that `{ title }` sets. */
  public ofShorthand(node: ts.ShorthandPropertyAssignment): Occurrence | null {
    return this.names.has(node.name.text) ? this.first(shorthandTargets(node, this.program)) : null;
  }

  /** The member that `row.title` reads. */
  public ofRead(node: ts.Node): Occurrence | null {
    return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name) ? this.of(node.name) : null;
  }

  /** Whether a value that is spread into a literal is a row with the column, where the literal is to carry it. */
  public isRowIn(value: ts.Expression, property: string, literal: ts.ObjectLiteralExpression): boolean {
    const { checker } = this.program;
    const rows = membersOf(checker.getTypeAtLocation(value), this.column.field.name, checker);
    const row = this.first(rows.flatMap((symbol) => meaningOf(symbol, this.program)));
    if (row?.kind !== "row") return false;
    const wanted = membersOf(wantedType(literal, this.program), property, checker);
    return this.first(wanted.flatMap((symbol) => meaningOf(symbol, this.program)))?.kind === "carried";
  }

  private first(meanings: readonly Meaning[]): Occurrence | null {
    for (const meaning of meanings) {
      if (meaning.kind === "declared") {
        const carrier = meaning.declarations.flatMap((each) => this.declared.get(each) ?? [])[0];
        if (carrier !== undefined) return { kind: "carried", carrier };
      }
      const { model, name } = this.column.field;
      if (meaning.kind !== "field" || meaning.model !== model.name || meaning.field !== name) continue;
      const { role } = meaning;
      return { kind: role === "row" || role === "data" || role === "where" ? role : "other" };
    }
    return null;
  }
}
