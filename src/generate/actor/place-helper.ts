import type { Edit } from "../../source/edit.js";
import type { Model } from "../../spec/database/database-spec.js";
import { missingImports } from "../create/code/missing-imports.js";
import { withArticle } from "../create/conventions/spelling.js";
import type { Known } from "../create/known.js";

/** The test helper that gives an actor who has joined a place: "test/authorize/place_admin". */
export function placeHelper(actor: string): string {
  return `test/authorize/place_${actor}`;
}

/**
 * The file of that helper. No operation gives places away, so tests write the row; `key` is the column that a
 * payload's id is found by. Null where the backend has the helper, or nothing to reach its database with.
 */
export function printPlaceHelper(actor: string, model: Model, key: string, known: Known): Edit | null {
  const path = `${placeHelper(actor)}.ts`;
  if (known.backend.files.has(path)) return null;
  const text = `/**
 * Gives ${withArticle(actor)} who has joined another place, as only the database can.
 */
export async function place_${actor}<T extends { id: string }>(
  ${actor}: T,
  place: Prisma.${model.name}UpdateManyMutationInput,
): Promise<T> {
  await MyGlobal.prisma.${model.name}.updateMany({
    where: { ${key}: ${actor}.id },
    data: place,
  });
  return ${actor};
}
`;
  const imports = missingImports("", text, path, known);
  if (imports.length < 2) return null;
  const packages = imports.filter((each) => !/from ["']\./.test(each));
  const own = imports.filter((each) => !packages.includes(each));
  return { path, before: null, after: [...packages, "", ...own, "", text].join("\n") };
}
