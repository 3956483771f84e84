import type { Relation } from "./database-spec.js";
import type { BlockSyntax, FieldSyntax } from "./schema-syntax.js";

/** The relation a field stands for, its other end still unknown; null for a column. */
export function readRelation(
  owner: string,
  field: FieldSyntax,
  models: ReadonlyMap<string, BlockSyntax>,
): Relation | null {
  if (!models.has(field.type)) return null;
  const args = field.attributes.find((attribute) => attribute.name === "relation")?.arguments ?? [];
  const named = (name: string) => args.find((argument) => argument.name === name);
  const name = named("name") ?? args.find((argument) => argument.name === null);
  return {
    name: name === undefined ? null : name.text.replace(/^"|"$/g, ""),
    target: field.type,
    fields: named("fields")?.words ?? [],
    references: named("references")?.words ?? [],
    onDelete: named("onDelete")?.text ?? null,
    opposite: oppositeOf(owner, field, models),
  };
}

/**
 * The field of the target that is the other end: same relation name, pointing back, and not the field itself.
 * Of several (an invalid schema, or a self relation of three fields) the one that differs in holding the key wins.
 */
function oppositeOf(
  owner: string,
  field: FieldSyntax,
  models: ReadonlyMap<string, BlockSyntax>,
): string | null {
  const candidates = (models.get(field.type)?.fields ?? []).filter(
    (other) => other !== field && other.type === owner && relationName(other) === relationName(field),
  );
  const better = candidates.find((other) => holdsKey(other) !== holdsKey(field));
  return (better ?? candidates[0])?.name ?? null;
}

function relationName(field: FieldSyntax): string | null {
  const args = field.attributes.find((attribute) => attribute.name === "relation")?.arguments ?? [];
  return args.find((argument) => argument.name === "name" || argument.name === null)?.text ?? null;
}

function holdsKey(field: FieldSyntax): boolean {
  return field.attributes.some((attribute) =>
    attribute.arguments.some((argument) => attribute.name === "relation" && argument.name === "fields"),
  );
}
