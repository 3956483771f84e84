import type { CodeStyle } from "./code/code-style.js";
import type { DtoStyle } from "./dto/dto-style.js";
import type { View } from "./dto/views.js";
import type { Filter } from "./filters.js";
import type { Known } from "./known.js";
import type { NewModel } from "./new-model.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { SchemaStyle } from "./schema/schema-style.js";

/** A model that is there already and gets another operation. */
export interface Existing {
  readonly model: Model;
  /** Whether its code is told after another actor's, in whatever order that one lists rows. */
  readonly told: boolean;
  /** How answers spell a column, where bodies spell it otherwise. */
  readonly shown?: (column: string) => string | null;
  /** How a row of it is answered with; left out where there are artefacts to make for that. */
  readonly answer?: Answer;
  /** The same of a row in a list. */
  readonly listed?: Answer;
  /** By what its lists are narrowed, where their request is there. */
  readonly filters?: readonly Filter[];
  /** What its collector takes besides the body; left out where there is none, or it is to be made. */
  readonly collected?: readonly string[];
}

/** How a row becomes what an operation answers with. */
export interface Answer {
  /** What its query says behind the conditions, such as `...BbsArticleTransformer.select()`; empty for nothing. */
  readonly selecting: string;
  /** Statements that end the operation, given the variable that holds the row. */
  readonly returning: (row: string) => string;
  /** The same as an expression, for the rows of a list; null where that is none. */
  readonly value: ((row: string) => string) | null;
  /** Transformers that it uses, as paths from the root. */
  readonly transformers: readonly string[];
  /** A transformer that has to be written for it; left out where there is none. */
  readonly made?: { readonly path: string; readonly text: string };
}

/** A new model, and everything that its artefacts have to follow. */
export interface Creation {
  readonly model: NewModel;
  readonly known: Known;
  readonly code: CodeStyle;
  readonly dto: DtoStyle;
  readonly schema: SchemaStyle;
  readonly views: readonly View[];
  /** Left out where the model is new. */
  readonly existing?: Existing;
}
