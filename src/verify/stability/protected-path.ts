import { classify } from "../../source/layout.js";

/** Folders in which files may be created, edited and deleted. */
const LAYOUT = /^(src|test|prisma\/schema|prisma\/migrations|docs\/analysis)\//;

/** Files inside of these folders that configure how the backend is built. */
const PROTECTED =
  /(^|\/)(\.[^/]+|package(-lock)?\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|tsconfig[^/]*\.json|nestia\.config\.[cm]?[tj]s|prisma\.config\.[cm]?[tj]s|node_modules)(\/|$)/;

/** Whether a proposal may not change a path unless a person with rights says so. */
export function isProtected(path: string): boolean {
  if (path.split("/").includes("..") || path.startsWith("/") || path.includes("\\")) return true;
  if (PROTECTED.test(path)) return true;
  return !LAYOUT.test(path) && path !== "prisma/schema.prisma" && classify(path) !== "derived";
}
