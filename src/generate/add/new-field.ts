import type { FieldType } from "../../change/field-type.js";
import type { Actor } from "../create/conventions/actors.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Dto } from "../../spec/interface/interface-spec.js";

/** A new column of a model, and the DTOs that carry its value. */
export interface NewField {
  readonly model: Model;
  readonly name: string;
  readonly type: FieldType;
  /** Argument of `@default(…)`; null without one. */
  readonly default: string | null;
  readonly carriers: readonly NewCarrier[];
  /** What comments say of it; null for what its name says. */
  readonly doc?: string;
  /** Whether the column is there already, so that rows have it and only its properties are new. */
  readonly stands?: boolean;
  /** Only with a column that holds the key of a relation. */
  readonly key?: NewKey;
  /** Only with a relation whose row is shown where its key would be: no column of its own. */
  readonly joined?: Joined;
  /** Only with a property that shows no column: its type as written, without null, and the DTO that it names. */
  readonly shows?: { readonly type: string; readonly dto: Dto | null };
  /** Only with a list of ids that rows of a junction are made of; its name is that of the list. */
  readonly many?: ManyRows;
}

/** The rows of a junction, of which one is made for each id. */
export interface ManyRows {
  /** The relation of such a row to the one that the id is of, and the column of its key. */
  readonly relation: string;
  readonly column: string;
  /** The column that holds when it was made. */
  readonly created: string;
  /** What an id is called where each has its turn: "editorId". */
  readonly each: string;
}

/** The relation that a column holds the key of. */
export interface NewKey {
  readonly relation: string;
  readonly target: Model;
  /** The actor who is written down when a row is made; null where callers give the key. */
  readonly maker: Actor | null;
  /** The relation of the same row that leads to the row meant where nothing is said: then the key is never empty. */
  readonly filled?: { readonly relation: string; readonly column: string };
}

/** How the row that a relation leads to is shown. */
export interface Joined {
  /** "IBbsMember.ISummary". */
  readonly dto: Dto;
  /** The column that holds its key. */
  readonly column: string;
  /** What selects and maps it: "BbsMemberAtSummaryTransformer". */
  readonly transformer: { readonly name: string; readonly path: string };
}

export interface NewCarrier {
  readonly dto: Dto;
  /** Name of the property, in the spelling of its neighbours. */
  readonly property: string;
  readonly use: CarrierUse;
}

/** What a DTO does with a value: shows it, sets it in a new row, sets it in a row that is there. */
export type CarrierUse = "read" | "create" | "update";
