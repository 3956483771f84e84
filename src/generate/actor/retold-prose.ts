/**
 * A copy of a file that is about another actor: what prose still calls the old one — his name, and words that begin
 * with it, such as "administrator" — speaks of the new one.
 */
export function retoldProse(text: string, from: string, to: string): string {
  // A bare name in quotes is a value, and no prose.
  const word = new RegExp(`(?<!["'\`])\\b(${from}[a-z]*?)(s?)\\b|\\b(${from}[a-z]*?)(s?)\\b(?!["'\`])`, "gi");
  const noun = to.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return text
    .replace(word, (...found: readonly string[]) => {
      const [old = "", plural = ""] = found[1] === undefined ? found.slice(3) : found.slice(1);
      const now = /^[A-Z]/.test(old) ? noun.charAt(0).toUpperCase() + noun.slice(1) : noun;
      return `${now}${plural}`;
    })
    .replace(new RegExp(`\\b([Aa])n? (?=${noun}\\b)`, "g"), (_, a: string) =>
      /^[aeiou]/.test(noun) ? `${a}n ` : `${a} `,
    );
}
