import type { Dto } from "../../spec/interface/interface-spec.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Actor } from "../create/conventions/actors.js";

/** A relation that a model is to have, with everything about it decided. */
export interface NewRelation {
  /** The one that holds the key. */
  readonly model: Model;
  readonly name: string;
  /** The column of the key. */
  readonly column: string;
  readonly target: Model;
  /** Name of the other end. */
  readonly opposite: string;
  /** Name that ties both ends together where there are several between the two models; null else. */
  readonly tie: string | null;
  /** What deleting the target's row does: "SetNull"; null where the backend does not say such things. */
  readonly onDelete: string | null;
  /** At most one row leads to a row of the target. */
  readonly unique: boolean;
  /** Who is written down when a row is made; null where callers say which row is meant. */
  readonly maker: Actor | null;
  /** The relation of the same row that leads to the row meant where nothing is said; null where it may be empty. */
  readonly filled: { readonly relation: string; readonly column: string } | null;
  /** What shows the target's row; null where its id is shown. */
  readonly shown: Shown | null;
}

export interface Shown {
  readonly dto: Dto;
  readonly transformer: { readonly name: string; readonly path: string };
}
