import type { Backend } from "../../source/backend.js";
import { artefactOf } from "../artefact-of.js";
import type { Diagnostic } from "../diagnostic.js";
import type { Finding, Trees } from "../gate.js";
import { isProtected } from "./protected-path.js";
import { protectedBlocks } from "./protected-blocks.js";

/** Every path outside of the plan is byte-identical, and nothing protected changed. */
export async function stabilityGate(trees: Trees): Promise<Finding> {
  const { base, head, touched } = trees;
  const paths = [...new Set([...base.files.keys(), ...head.files.keys()])];
  const changed = paths.filter((path) => base.files.get(path)?.sha !== head.files.get(path)?.sha);
  const diagnostics = changed.flatMap((path) => findings(trees, path));
  const summary = `${paths.length - changed.length} files are byte-identical; ${changed.length} changed, ${touched.size} were planned.`;
  return { summary, diagnostics };
}

function findings({ base, head, touched }: Trees, path: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = (code: string, message: string) =>
    found.push({
      gate: "stability",
      code,
      message,
      path,
      line: null,
      artefact: artefactOf(path),
      status: "new",
    });
  if (!touched.has(path)) add("outside-plan", "The file changed, and no step of the plan names it");
  if (isProtected(path)) add("protected", "The file is protected or outside of the layout, and it changed");
  if (blocksOf(base, path) !== blocksOf(head, path))
    add("protected-block", "A generator or datasource block changed");
  return found;
}

/** A deleted file counts as one without blocks, so that deleting `main.prisma` is seen as well. */
function blocksOf(backend: Backend, path: string): string {
  return path.endsWith(".prisma") ? protectedBlocks(path, backend.files.get(path)?.text ?? "") : "";
}
