import type { Diagnostic } from "../diagnostic.js";
import { difference } from "../difference.js";
import type { Finding, Trees } from "../gate.js";
import type { Compilation } from "./compilation.js";
import { compilersFor } from "./compilers-for.js";
import { notChecked } from "./not-checked.js";

/** A check of both trees by the release that the backend pins, as a difference; of all files, or of the scope. */
export async function typesGate(trees: Trees, compilation: Compilation): Promise<Finding> {
  const dependencies = await compilation.dependencies();
  const pinned = dependencies.versions.get("typescript");
  if (pinned === undefined)
    return notChecked("types", "The backend depends on no typescript. Add it to its devDependencies.");
  const compilers = compilersFor(pinned, trees.removed);
  const found: Diagnostic[] = [];
  let files = 0;
  for (const compiler of compilers) {
    const [base, head] = await Promise.all(
      (["base", "head"] as const).map(async (side) => (await compilation.tree(side, compiler)).check()),
    );
    if (base === undefined || head === undefined) break;
    if (head.files === 0 && !compilation.scoped)
      return notChecked("types", "No tsconfig.json of the backend names a file.");
    files = Math.max(files, head.files);
    found.push(...unlike(found, difference({ gate: "types", ...trees }, base.problems, head.problems)));
  }
  const own = compilers[0] === pinned ? "" : ` (it pins ${pinned}, which cannot be asked in process)`;
  const prisma = dependencies.versions.get("prisma");
  const summary = `typescript ${compilers.join(" and ")}${own} checked ${files} files${compilation.scoped ? ", not the others" : ""}; ${
    prisma === undefined ? "no Prisma client" : `client of prisma ${prisma}`
  }; dependencies from ${SOURCES[dependencies.source]}.`;
  return { summary, diagnostics: found };
}

const SOURCES = {
  "lock file": "the lock file",
  recorded: "a recorded set",
  resolved: "the ranges of package.json",
} as const;

/** What a second release says as well is said once. */
function unlike(known: readonly Diagnostic[], more: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = ({ path, line, code, status }: Diagnostic): string =>
    JSON.stringify([path, line, code, status]);
  const keys = new Set(known.map(key));
  return more.filter((diagnostic) => !keys.has(key(diagnostic)));
}
