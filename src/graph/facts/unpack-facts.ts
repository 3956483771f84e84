import type { FileFacts, SdkFact } from "./file-facts.js";

/** Reads packed facts with the table they were packed with; null if the numbers do not make sense with it. */
export function unpackFacts(numbers: readonly number[], table: readonly string[]): FileFacts | null {
  let at = 0;
  let sound = true;
  const number = (): number => {
    const value = numbers[at++];
    if (typeof value === "number" && value >= 0) return value;
    sound = false;
    return 0;
  };
  const text = (): string => {
    const value = table[number()];
    if (value === undefined) sound = false;
    return value ?? "";
  };
  const list = <T>(each: () => T): T[] => {
    const length = number();
    const values: T[] = [];
    for (let index = 0; index < length && sound; index++) values.push(each());
    return values;
  };
  const texts = (): string[] => list(text);
  const sdkFact = (): SdkFact => {
    const [name = "", key = "", body = "", answer = ""] = texts();
    return { name, key, body, answer, uses: texts() };
  };
  // The order is that of `packFacts`.
  const facts: FileFacts = {
    imports: list(() => ({
      specifier: text(),
      names: list(() => [text(), text()] as const),
      idle: texts(),
      reexports: texts(),
    })),
    symbols: list(() => ({ name: text(), typed: number() === 1 })),
    uses: texts(),
    taken: texts(),
    prismaTypes: texts(),
    delegates: texts(),
    sdkCalls: texts(),
    names: texts(),
    hows: list(number),
    owned: list(() => ({ owner: text(), names: texts(), hows: list(number) })),
    dtos: list(() => ({
      name: text(),
      model: text() || null,
      scopes: texts(),
      references: texts(),
      properties: texts(),
      columns: texts(),
      links: texts(),
    })),
    routes: list(() => ({ key: text(), symbol: text(), uses: texts() })),
    sdk: list(sdkFact),
    sections: list(() => ({ heading: text(), level: number(), line: number() })),
  };
  return sound && at === numbers.length ? facts : null;
}
