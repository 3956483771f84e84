/** The kinds of artefacts a backend consists of; `module` is a hand-written file, `other` is outside of the layout. */
export type ArtefactKind =
  | "requirement"
  | "model"
  | "dto"
  | "collector"
  | "transformer"
  | "operation"
  | "controller"
  | "authorization"
  | "sdk"
  | "test"
  | "helper"
  | "wiring"
  | "derived"
  | "module"
  | "other";

const PLACES: readonly (readonly [RegExp, ArtefactKind])[] = [
  [/^docs\/analysis\/.+\.md$/, "requirement"],
  [/^(docs\/ERD\.md|packages\/api\/swagger\.json|autobe\/.+\.json)$/, "derived"],
  [/^prisma\/migrations\//, "other"],
  [/^prisma\/schema\/.+\.prisma$|^prisma\/schema\.prisma$/, "model"],
  [/^src\/api\/structures\/.+\.ts$/, "dto"],
  [/^src\/api\/functional\/.+\.ts$/, "sdk"],
  [/^src\/collectors\/.+\.ts$/, "collector"],
  [/^src\/transformers\/.+\.ts$/, "transformer"],
  [/^src\/(providers\/authorize|decorators)\/.+\.ts$/, "authorization"],
  [/^src\/providers\/.+\.ts$/, "operation"],
  [/^src\/controllers\/.+\.ts$/, "controller"],
  [/^src\/My(Module|Global|Backend|Configuration)\.ts$/, "wiring"],
  [/^test\/features\/.+\.ts$/, "test"],
  [/^test\/.+\.ts$/, "helper"],
  [/^src\/.+\.ts$/, "module"],
];

/** Kind of the artefact that a path holds; `prisma/migrations` and everything unnamed is "other". */
export function classify(path: string): ArtefactKind {
  return PLACES.find(([pattern]) => pattern.test(path))?.[1] ?? "other";
}

/** Commit layers, in commit order. */
export type Layer = "requirements" | "database" | "interface" | "realize" | "test";
