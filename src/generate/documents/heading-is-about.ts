import type { Section } from "../../spec/requirement/markdown-sections.js";
import { phraseAt, type Vocabulary } from "./vocabulary.js";
import { partsOf, wordsOfText } from "../../spec/words-of-text.js";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).flatMap(partsOf));

/** What may stand before the name of a thing without making it another thing: "Writing comments". */
const BEFORE = setOf(
  `a an the and or its their all any each new own existing basic core main general common detailed additional
  requirement feature functional scenario example use case chapter part step section appendix fr nfr br uc req ac
  create creating write writing read reading view viewing browse browsing list listing search searching edit editing
  update updating modify modifying delete deleting erase erasing remove removing submit submitting publish publishing
  posting add adding manage managing moderate moderating handle handling`,
);

/**
 * What may stand behind it: "Comment validation rules", but not "Access token", which is a thing of its own. "policy"
 * is in neither list, for it is what an article's `comment_policy` says.
 */
const BEHIND = setOf(
  `management system function functionality module specification spec overview introduction summary description detail
  definition purpose scope rule business logic validation constraint limit limitation flow workflow process processing
  procedure lifecycle operation action behavior behaviour error exception edge story acceptance criterion criteria ears
  format pagination data entity model structure schema property attribute api endpoint interface component display
  presentation access control visibility ordering sorting filtering status state transition document guide creation
  retrieval modification deletion erasure removal submission moderation`,
);

/** Generic in the singular only: "Lists" is a thing of its own. */
const PLURAL = /\b(lists|documents|guides)\b/i;

/** "Moderation of comments" and "Comment moderation" say the same. */
const TURNS: ReadonlySet<string> = new Set("of on for in to by below under about from within".split(" "));

/** Whether a section is about nothing but what goes, by its heading, or by its heading and the one above. */
export function isAboutGone(section: Section, vocabulary: Vocabulary): boolean {
  const words = headingWords(section.title);
  const covered = coverOf(words, vocabulary) ?? coverOf(turned(words), vocabulary);
  if (covered === "named") return true;
  if (covered === "generic" && PLURAL.test(section.title) && !words.some((word) => TURNS.has(word)))
    return true;
  return isNamedBelow(words, section.parent, vocabulary);
}

/** Whether a heading names a model that stays, outside of the words for what goes. */
export function namesKept(section: Section, vocabulary: Vocabulary): boolean {
  const words = headingWords(section.title);
  for (let at = 0; at < words.length;) {
    const phrase = phraseAt(words, at, vocabulary);
    if (phrase === null ? vocabulary.keptHeads.has(words[at] as string) : !phrase.gone) return true;
    at += phrase?.length ?? 1;
  }
  return false;
}

function headingWords(title: string): readonly string[] {
  const text = title.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/<[^>]*>/g, " ");
  const words = wordsOfText(text).flatMap((word) => word.parts);
  const numbered = /^\s*(?:[ivxlc]{1,5}|[a-z])[.)]\s/i.test(text);
  return numbered ? words.slice(1) : words;
}

/** "generic" if what goes is named only by a word that could as well say what kind of text it is ("Rules"). */
function coverOf(words: readonly string[], vocabulary: Vocabulary): "named" | "generic" | null {
  let found: "named" | "generic" | null = null;
  for (let at = 0; at < words.length;) {
    const phrase = phraseAt(words, at, vocabulary);
    if (phrase?.gone === true) {
      const word = words[at] as string;
      const generic = phrase.length === 1 && (BEFORE.has(word) || BEHIND.has(word));
      found = generic && found !== "named" ? "generic" : "named";
    } else if (phrase !== null || !isGeneric(words[at] as string, found !== null, vocabulary)) return null;
    at += phrase?.length ?? 1;
  }
  return found;
}

function isGeneric(word: string, behind: boolean, { keptHeads }: Vocabulary): boolean {
  if (/^\p{N}+$/u.test(word)) return true;
  return (BEFORE.has(word) || TURNS.has(word) || (behind && BEHIND.has(word))) && !keptHeads.has(word);
}

function turned(words: readonly string[]): readonly string[] {
  const chunks: string[][] = [[]];
  for (const word of words)
    if (TURNS.has(word)) chunks.unshift([]);
    else if (word !== "the" && word !== "a" && word !== "an") chunks[0]?.push(word);
  return chunks.flat();
}

/** "Files" below "Articles" is named like [article, file]. */
function isNamedBelow(words: readonly string[], parent: Section | null, vocabulary: Vocabulary): boolean {
  if (parent === null || parent.level === 1) return false;
  const plain = (all: readonly string[]): readonly string[] =>
    all.filter((word) => !isGeneric(word, true, vocabulary));
  const [own, above] = [plain(words), plain(headingWords(parent.title))];
  if (own.length === 0 || above.length === 0) return false;
  const path = [...above, ...own];
  const phrase = phraseAt(path, 0, vocabulary);
  return phrase?.gone === true && phrase.length === path.length;
}
