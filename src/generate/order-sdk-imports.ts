/**
 * The SDK generator imports typia and its tags in the order in which the file uses them. Where a file had that order it
 * keeps having it when its first use goes.
 */
export function orderSdkImports(path: string, before: string, after: string): string {
  if (!path.startsWith("src/api/functional/")) return after;
  if (!isOrdered(before) || isOrdered(after)) return after;
  return after.replace(BOTH, (_, first: string, end: string, second: string) => `${second}${end}${first}`);
}

const BOTH =
  /(import (?:typia|type \{ tags \}) from "typia";)(\r?\n)(import (?:typia|type \{ tags \}) from "typia";)/;

function isOrdered(text: string): boolean {
  const imports = BOTH.exec(text);
  if (imports === null) return true;
  const code = text.slice(imports.index + imports[0].length);
  const ofTypia = code.search(/\btypia\.\w/);
  const ofTags = code.search(/\btags\.\w+</);
  return ofTypia < ofTags === imports[1]?.startsWith("import typia");
}
