import { classify } from "../../source/layout.js";
import type { FileFacts } from "../facts/file-facts.js";

const ROOT = "src/api/functional/";

/** An SDK function as the graph sees it. */
export interface SdkEntry {
  /** "bbs.articles.index" */
  readonly accessor: string;
  readonly path: string;
  /** Method and path it calls, parameters in braces. */
  readonly key: string;
  /** Dotted uses of imported names in it. */
  readonly uses: readonly string[];
}

/** The functions of `src/api/functional`, by accessor. */
export function sdkTable(facts: ReadonlyMap<string, FileFacts>): ReadonlyMap<string, SdkEntry> {
  const table = new Map<string, SdkEntry>();
  for (const [path, { sdk }] of facts) {
    if (sdk.length === 0 || classify(path) !== "sdk") continue;
    const folders = path.slice(ROOT.length).split("/").slice(0, -1);
    for (const { name, key, uses } of sdk) {
      const accessor = [...folders, name].join(".");
      table.set(accessor, { accessor, path, key, uses });
    }
  }
  return table;
}

/** Routes are compared whatever their parameters are called. */
export function routeShape(key: string): string {
  return key.replaceAll(/\{\w+\}/g, "{}");
}
