import type { FileFacts } from "./file-facts.js";

/** Gives the number of a string, the same each time. */
export type Intern = (text: string) => number;

/**
 * Facts as numbers: names recur from file to file, so a table keeps each once. It is a quarter of the size of plain
 * JSON, and equal names come back as the very same string, which makes every later lookup cheaper.
 */
export function packFacts(facts: FileFacts, intern: Intern): readonly number[] {
  const out: number[] = [];
  const text = (value: string): void => void out.push(intern(value));
  const list = <T>(values: readonly T[], each: (value: T) => void): void => {
    out.push(values.length);
    values.forEach(each);
  };
  const texts = (values: readonly string[]): void => list(values, text);
  list(facts.imports, ({ specifier, names, idle, reexports }) => {
    text(specifier);
    list(names, ([name, local]) => (text(name), text(local)));
    texts(idle);
    texts(reexports);
  });
  list(facts.symbols, ({ name, typed }) => (text(name), out.push(typed ? 1 : 0)));
  [facts.uses, facts.taken, facts.prismaTypes, facts.delegates, facts.sdkCalls, facts.names].forEach(texts);
  list(facts.hows, (how) => out.push(how));
  list(facts.owned, ({ owner, names, hows }) => {
    text(owner);
    texts(names);
    list(hows, (how) => out.push(how));
  });
  list(facts.dtos, ({ name, model, scopes, references, properties, columns, links }) => {
    text(name);
    text(model ?? "");
    [scopes, references, properties, columns, links].forEach(texts);
  });
  list(facts.routes, ({ key, symbol, uses }) => (text(key), text(symbol), texts(uses)));
  list(facts.sdk, ({ name, key, uses, body, answer }) => {
    texts([name, key, body, answer]);
    texts(uses);
  });
  list(facts.sections, ({ heading, level, line }) => (text(heading), out.push(level, line)));
  return out;
}
