import type { ts } from "ts-morph";
import type { Splice } from "../../../source/edit.js";

/** How an operation comes to another answer, or the place of which no rule says what it does. */
export type Retold =
  | {
      readonly ok: true;
      readonly splices: readonly Splice[];
      /** Transformers that trade places, for the imports. */
      readonly transformer?: { readonly from: string; readonly to: string };
      /** Code that came in, for the imports. */
      readonly code: string;
    }
  | { readonly ok: false; readonly node: ts.Node };
