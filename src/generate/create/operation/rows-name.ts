import { camelOf } from "../conventions/spelling.js";

/** Name under which a collector is given the row that something belongs to: `bbsArticles`. */
export function rowsName(table: string): string {
  return camelOf(table.split("_"));
}
