import type { BackendFile } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { createSource } from "../../source/parse-typescript.js";
import { readDtos } from "../../spec/interface/read-dtos.js";
import type { DtoFact, FileFacts } from "./file-facts.js";
import { readImports, withoutIdle } from "./read-imports.js";
import { readRouteFacts, readSdkFacts } from "./read-route-facts.js";
import { readSections } from "./read-sections.js";
import { readSymbols } from "./read-symbols.js";
import { readTaken } from "./read-taken.js";
import { UseCollector } from "./use-collector.js";

const EMPTY: FileFacts = {
  imports: [],
  symbols: [],
  uses: [],
  taken: [],
  prismaTypes: [],
  delegates: [],
  sdkCalls: [],
  names: [],
  hows: [],
  owned: [],
  dtos: [],
  routes: [],
  sdk: [],
  sections: [],
};

/** TypeScript and requirement documents take part in the graph; the schema is read as a whole. */
export function takesPart(file: BackendFile): boolean {
  if (file.text === null) return false;
  return /\.[cm]?tsx?$/.test(file.path) || classify(file.path) === "requirement";
}

/** The facts of one file that takes part. */
export function readFacts(file: BackendFile): FileFacts {
  const text = file.text ?? "";
  if (file.path.endsWith(".md")) return { ...EMPTY, sections: readSections(text) };
  const source = createSource(file.path, text);
  const imports = readImports(source);
  const collector = new UseCollector(source, imports);
  for (const statement of source.statements) collector.visit(statement);
  return {
    imports: withoutIdle(imports, collector.used),
    symbols: readSymbols(source),
    ...collector.facts(),
    taken: readTaken(source),
    dtos: declaresTypes(text) ? readDtos(source).map(dtoFact) : [],
    routes: text.includes("Controller(") ? readRouteFacts(source, collector.uses.parts) : [],
    sdk: text.includes("METADATA") ? readSdkFacts(source, collector.uses.parts) : [],
    sections: [],
  };
}

/** Which facts a file yields must not depend on its path, so DTOs are read wherever a type could be one. */
function declaresTypes(text: string): boolean {
  return /^export (?:type|interface|namespace|enum|class|declare) I[A-Z]/m.test(text);
}

function dtoFact(dto: ReturnType<typeof readDtos>[number]): DtoFact {
  return {
    name: dto.name,
    model: dto.model,
    scopes: dto.scopes,
    references: dto.references,
    properties: dto.properties.map(({ name }) => name),
    columns: dto.properties.map(({ column }) => column ?? ""),
    links: dto.properties.map(({ references }) => linkOf(references)),
  };
}

/** Type tags and the like are no DTOs; `import("…")` types keep their last name. */
function linkOf(references: readonly string[]): string {
  const named = references.filter((name) => /(?:^|\.)I[A-Z]/.test(name));
  return named.length > 1 ? "?" : (named[0] ?? "");
}
