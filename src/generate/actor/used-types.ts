import { applySplices, type Edit, type Splice } from "../../source/edit.js";
import type { Dto } from "../../spec/interface/interface-spec.js";

const STRUCTURES = "src/api/structures/";

/** New files without the types that none of them uses: an actor who only signs in is searched for by nobody. */
export function withUsedTypes(files: readonly Edit[], dtos: Iterable<Dto>): readonly Edit[] {
  const all = [...dtos];
  const code = files
    .filter(({ path }) => !path.startsWith(STRUCTURES))
    .map(({ after }) => (after ?? "").replace(/^import [\s\S]*?;$/gm, ""))
    .join("\n");
  const used = new Set(all.filter(({ name }) => isNamed(name, code)).map(({ name }) => name));
  for (let before = 0; before < used.size;) {
    before = used.size;
    for (const dto of all) if (used.has(dto.name)) for (const each of dto.references) used.add(each);
  }
  return files.map((file): Edit => {
    const own = all.filter(({ path }) => path === file.path);
    const text = file.after ?? "";
    if (!file.path.startsWith(STRUCTURES) || !own.some(({ name }) => used.has(name))) return file;
    const idle = own.filter(({ name }) => !used.has(name));
    return {
      ...file,
      after: applySplices(
        text,
        idle.map(({ span }) => withBlank(text, span)),
      ),
    };
  });
}

function isNamed(name: string, code: string): boolean {
  return new RegExp(`\\b${name.replaceAll(".", "\\.")}\\b(?!\\.)`).test(code);
}

/** A declaration with its lines, and the blank one behind it. */
function withBlank(text: string, { start, end }: { start: number; end: number }): Splice {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const blank = /^[ \t]*\r?\n(?:[ \t]*\r?\n)?/.exec(text.slice(end))?.[0] ?? "";
  return { start: line, end: end + blank.length, text: "" };
}
