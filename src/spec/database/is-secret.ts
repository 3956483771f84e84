/** Whether a column or a property is, by its name, what nobody outside may see. */
export function isSecret(name: string): boolean {
  return /pass(word|code)|secret|salt|hash|(^|_)token|private_?key/i.test(name);
}
