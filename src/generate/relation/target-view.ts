import { posix } from "node:path";
import type { Backend } from "../../source/backend.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { importResolver } from "../../source/resolve-import.js";
import { ts } from "ts-morph";
import type { Model } from "../../spec/database/database-spec.js";
import type { Dto, InterfaceSpec } from "../../spec/interface/interface-spec.js";
import type { Shown } from "./new-relation.js";

/** How the rows of a model are shown inside of others: by a transformer of their summary; null where there is none. */
export function targetView(target: Model, backend: Backend, api: InterfaceSpec): Shown | null {
  for (const dto of api.dtos.values()) {
    if (dto.model !== target.name || !/^I\w+\.ISummary$/.test(dto.name)) continue;
    const path = transformerOf(dto);
    const text = backend.files.get(path)?.text ?? "";
    if (!/function select\b/.test(text) || !/function transform\b/.test(text)) continue;
    if (!text.includes(`Prisma.${target.name}GetPayload`)) continue;
    return { dto, transformer: { name: posix.basename(path, ".ts"), path } };
  }
  return null;
}

/** Whether a transformer needs, in the end, the one of a DTO: each of them would select the other without end. */
export function leadsBack({ transformer }: Shown, dto: Dto, backend: Backend): boolean {
  const goal = transformerOf(dto);
  const resolve = importResolver(backend);
  const seen = new Set([transformer.path]);
  for (const path of seen) {
    if (path === goal) return true;
    const file = backend.files.get(path);
    if (file === undefined) continue;
    for (const statement of parseTypescript(file).statements.filter(ts.isImportDeclaration)) {
      const specifier = statement.moduleSpecifier;
      const found = ts.isStringLiteral(specifier) ? resolve(path, specifier.text) : null;
      if (found?.startsWith("src/transformers/") === true) seen.add(found);
    }
  }
  return false;
}

/** `src/transformers/BbsMemberAtSummaryTransformer.ts` of `IBbsMember.ISummary`. */
function transformerOf({ name }: Dto): string {
  const [root = "", ...inner] = name.split(".").map((each) => each.replace(/^I(?=[A-Z])/, ""));
  const at = inner.length === 0 ? "" : `At${inner.join("")}`;
  return `src/transformers/${root}${at}Transformer.ts`;
}
