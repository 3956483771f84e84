/**
 * Qualified name of the DTO that a written type name means: seen from the enclosing namespaces, then through an
 * import that renames, then (for a member of a DTO) its longest leading part. Null for tags and built-in types.
 */
export function resolveDto(
  written: string,
  known: { has(name: string): boolean },
  imports: ReadonlyMap<string, string>,
  scopes: readonly string[] = [],
): string | null {
  for (const scope of scopes) if (known.has(`${scope}.${written}`)) return `${scope}.${written}`;
  const parts = written.split(".");
  parts[0] = imports.get(parts[0] as string) ?? (parts[0] as string);
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join(".");
    if (known.has(name)) return name;
    // `import * as dto` and `api.IX`: the first part is a module, the rest the name.
    if (length > 1 && known.has(parts.slice(1, length).join("."))) return parts.slice(1, length).join(".");
  }
  return null;
}
