import type { Backend } from "../source/backend.js";
import { importResolver } from "../source/resolve-import.js";
import { lazy } from "../util/lazy.js";
import { readDatabase } from "../spec/database/read-database.js";
import { collectFacts } from "./collect-facts.js";
import type { FactCache } from "./facts/fact-cache.js";
import type { FileNode, Graph } from "./graph.js";
import { dtoTable } from "./link/dto-table.js";
import { linkEdges } from "./link/link-edges.js";
import { linkFile } from "./link/link-file.js";
import type { LinkContext } from "./link/link-uses.js";
import { ModelLinker } from "./link/model-linker.js";
import { sdkTable } from "./link/sdk-table.js";
import { makeNodes } from "./link/make-nodes.js";

/** Builds the graph of a backend: facts per file (cached by content), then nodes and edges of them. */
export function buildGraph(backend: Backend, cache?: FactCache): Graph {
  const database = readDatabase(backend);
  const facts = collectFacts(backend, cache);
  const dtos = dtoTable(facts, database);
  const sdk = sdkTable(facts, dtos);
  const context: LinkContext = {
    ...{ facts, dtos, sdk },
    resolve: importResolver(backend),
    models: new ModelLinker(database),
    known: new Map(),
    owners: new Map(),
  };
  const files = new Map<string, FileNode>();
  for (const [path, each] of facts) files.set(path, linkFile(path, each, context));
  const parts = { backend, database, files, dtos, sdk };
  // Most questions need only some of these, and files are linked without them.
  const edges = lazy(() => linkEdges(parts, context));
  const nodes = lazy(() => makeNodes(parts));
  return {
    ...parts,
    get nodes() {
      return nodes();
    },
    uses: (id) => edges().from(id),
    users: (id) => edges().to(id),
  };
}
