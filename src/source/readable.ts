import { classify } from "./layout.js";

/** Files outside of the layout whose text matters: what pins versions, maps paths, or configures the bot. */
const NAMED =
  /(^|\/)(package(-lock)?\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|tsconfig[^/]*\.json)$|^\.github\/autobe\.yml$|^prisma\/migrations\//;

/** Hand-written code may stand anywhere, and may use what a change removes. */
const CODE = /\.(ts|tsx|mts|cts|js|mjs|cjs|prisma)$/;

const FOREIGN = /(^|\/)(node_modules|\.git)\//;

/** Whether a host loads a file's text. Of every other file only the path and the blob SHA are known. */
export function isReadable(path: string): boolean {
  if (FOREIGN.test(path)) return false;
  return classify(path) !== "other" || NAMED.test(path) || CODE.test(path);
}
