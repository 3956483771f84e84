/** A new name in the spelling that an old one has: `dueAt` for `due_at` → `endsAt` for `ends_at`. */
export function respell(spelled: string, from: string, to: string): string {
  if (spelled === from) return to;
  if (spelled === camel(from)) return camel(to);
  if (spelled === pascal(from)) return pascal(to);
  return spelled.includes("_") ? snake(to) : camel(to);
}

/** `due_at` → `dueAt`. */
export function camel(name: string): string {
  return snake(name).replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  const word = camel(name);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}
