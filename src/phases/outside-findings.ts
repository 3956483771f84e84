import type { ts } from "ts-morph";
import type { Finding } from "../model/loop/finding.js";
import { ROOT } from "../model/schema/path.js";
import { createSource } from "../source/parse-typescript.js";
import { leadsOutside, type OutsideWord } from "../spec/outside/leads-outside.js";
import { groupBy } from "../util/group-by.js";
import { partAt } from "./align-trees.js";
import type { WrittenInto } from "./compile-findings.js";

/**
 * What leads out of the backend in code as it was written, at the places of the answer that it was written from. It is
 * the code that is judged, not the answer: what an answer can be read as does not matter.
 */
export function outsideFindings(
  { path: file, text, parts, paths }: WrittenInto,
  before: string | null,
  wordsOf: (source: ts.SourceFile) => readonly OutsideWord[] = leadsOutside,
): readonly Finding[] {
  const own = parts.filter(({ part }) => paths.has(part));
  const stayed = before === null ? [] : wordsOf(createSource(file, before)).map(({ found }) => found);
  const findings = wordsOf(createSource(file, text)).flatMap((word): readonly Finding[] => {
    const part = partAt(own, word.start)?.part;
    const path = part === undefined ? ROOT : (paths.get(part) ?? ROOT);
    // What stood in the file before is nobody's to repair now, unless an answer says it again.
    const at = path === ROOT ? stayed.indexOf(word.found) : -1;
    return at === -1 ? [findingOf(path, word)] : (stayed.splice(at, 1), []);
  });
  // One at each place: what leads outside does so by several words, the first of which says most.
  return [...groupBy(findings, ({ path }) => path).values()].flatMap(([first]) => first ?? []);
}

function findingOf(path: string, { found, advice }: OutsideWord): Finding {
  return { path, expected: "something that it was given", found, candidates: [], advice, by: "check" };
}
