/** Tells whether an operation goes. Names of path parameters do not matter: one path has one operation per method. */
export function operationMatcher(keys: readonly string[]): (method: string, path: string) => boolean {
  const known = new Set(keys.map(plain));
  return (method, path) => known.has(plain(`${method.toUpperCase()} ${path}`));
}

function plain(key: string): string {
  return key.replace(/\{[^}]*\}/g, "{}").replace(/(?<=[^ ])\/$/, "");
}
