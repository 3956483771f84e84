import { createHash } from "node:crypto";

/**
 * `autobe/<issue>-<slug>`. A change without a letter that a branch may carry, such as one in Japanese, has the
 * issue's number alone, or a hash where there is no issue.
 */
export function branchName(change: string, issue: number | null): string {
  const slug = change
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");
  const telling = /^remove$/.test(slug) ? "" : slug;
  if (issue !== null) return telling === "" ? `autobe/${issue}` : `autobe/${issue}-${telling}`;
  return `autobe/${telling === "" ? createHash("sha1").update(change).digest("hex").slice(0, 12) : telling}`;
}
