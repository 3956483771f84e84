import type { Conversions } from "../conversions.js";
import type { Created } from "../created.js";
import type { Dialect } from "../schema-engine.js";
import type { CountQueries } from "./count-queries.js";

/** What is known of both databases when the risks of a script are told; names are those behind its renames. */
export interface RiskContext {
  readonly between: Created;
  readonly after: Created;
  readonly conversions: Conversions;
  readonly counts: CountQueries;
  readonly dialect: Dialect;
}
