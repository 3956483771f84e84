import type { CodeStyle } from "./code/code-style.js";
import type { DtoStyle } from "./dto/dto-style.js";
import type { View } from "./dto/views.js";
import type { Known } from "./known.js";
import type { NewModel } from "./new-model.js";
import type { SchemaStyle } from "./schema/schema-style.js";

/** A new model, and everything that its artefacts have to follow. */
export interface Creation {
  readonly model: NewModel;
  readonly known: Known;
  readonly code: CodeStyle;
  readonly dto: DtoStyle;
  readonly schema: SchemaStyle;
  readonly views: readonly View[];
}
