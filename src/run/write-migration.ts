import type { Plan, Step } from "../plan/plan.js";
import type { Backend } from "../source/backend.js";
import type { Edit } from "../source/edit.js";
import { classify } from "../source/layout.js";
import { migrationFile } from "./migration-file.js";
import type { Migration } from "./outcome.js";
import type { Ports } from "./ports.js";
import type { Request } from "./request.js";

export interface WrittenMigration {
  /** Null where the change leaves the schema alone. */
  readonly migration: Migration | null;
  /** What a repository that keeps its migrations gets in addition, with the steps that say why. */
  readonly edits: readonly Edit[];
  readonly steps: readonly Step[];
}

/** The migration of verified edits; its SQL stands in the proposal, and as a file where migrations are kept. */
export async function writeMigration(
  base: Backend,
  head: Backend,
  plan: Plan,
  request: Request,
  ports: Omit<Ports, "host">,
): Promise<WrittenMigration> {
  const { models, fields } = plan.removed;
  const isPlanned = models.length + fields.length > 0 || plan.steps.some(({ kind }) => kind === "model");
  if (!isPlanned && plan.narrowings.length === 0 && sameSchema(base, head))
    return { migration: null, edits: [], steps: [] };
  ports.progress.say("writing the migration");
  const migration = await ports.migrationOf(base, head, plan);
  const [own] = newMigrations(base, head);
  if (own !== undefined) {
    const place = `The branch has a migration of its own, ${own}, so none was added; compare the two.`;
    return { migration: { ...migration, place }, edits: [], steps: [] };
  }
  const file = migrationFile(base, migration, plan.change, () => request.at ?? ports.now());
  if (file === null) return { migration, edits: [], steps: [] };
  if (file.kind === "foreign") {
    const place = `${file.folder} is kept for ${file.provider}, so nothing was added to it.`;
    return { migration: { ...migration, place }, edits: [], steps: [] };
  }
  const place = `Added as ${file.edit.path}.`;
  return { migration: { ...migration, place }, edits: [file.edit], steps: [stepOf(file.edit.path, plan)] };
}

function sameSchema(base: Backend, head: Backend): boolean {
  const schemaOf = ({ files }: Backend): string =>
    [...files.values()]
      .flatMap(({ path, sha }) => (classify(path) === "model" ? `${path} ${sha}` : []))
      .join("\n");
  return schemaOf(base) === schemaOf(head);
}

/** Migrations that a person has written beside the schema. */
export function newMigrations(base: Backend, head: Backend): readonly string[] {
  const isMigration = (path: string): boolean => /^prisma\/(?:schema\/)?migrations\/.+\.sql$/.test(path);
  return [...head.files.keys()].filter((path) => isMigration(path) && !base.files.has(path));
}

function stepOf(path: string, { steps }: Plan): Step {
  const schema = steps.filter(({ kind }) => kind === "model");
  const causes = new Set(schema.flatMap(({ reasons }) => reasons.map(({ cause }) => cause)));
  return {
    path,
    kind: "other",
    artefact: path.split("/").at(-2) ?? path,
    action: "create",
    layer: "database",
    way: "derived",
    reasons: [...causes].map((cause) => ({ cause, how: "migrates" })),
  };
}
