import { classify } from "../../source/layout.js";
import { resolveDto } from "../../spec/interface/resolve-dto.js";
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
  /** Qualified names of the DTOs it takes and gives, null without one. */
  readonly body: string | null;
  readonly answer: string | null;
}

/** The functions of `src/api/functional`, by accessor. */
export function sdkTable(
  facts: ReadonlyMap<string, FileFacts>,
  dtos: { has(name: string): boolean },
): ReadonlyMap<string, SdkEntry> {
  const table = new Map<string, SdkEntry>();
  for (const [path, { sdk, imports }] of facts) {
    if (sdk.length === 0 || classify(path) !== "sdk") continue;
    const folders = path.slice(ROOT.length).split("/").slice(0, -1);
    const renamed = new Map(imports.flatMap((each) => each.names.map(([name, local]) => [local, name])));
    for (const { name, key, uses, body, answer } of sdk) {
      const accessor = [...folders, name].join(".");
      const types = { body: resolveDto(body, dtos, renamed), answer: resolveDto(answer, dtos, renamed) };
      table.set(accessor, { accessor, path, key, uses, ...types });
    }
  }
  return table;
}

/** Routes are compared whatever their parameters are called. */
export function routeShape(key: string): string {
  return key.replaceAll(/\{\w+\}/g, "{}");
}
