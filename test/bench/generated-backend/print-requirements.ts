import type { Family } from "./family.js";
import { namesOf, pascal, withArticle } from "./names.js";

/** The requirement documents: one section per family, with subsections. */
export function printRequirements(families: readonly Family[]): Map<string, string> {
  return new Map([
    ["docs/analysis/00-toc.md", contents()],
    ["docs/analysis/01-actors.md", actors()],
    ["docs/analysis/02-functional-requirements.md", functional(families)],
    ["docs/analysis/03-administration.md", administration(families)],
  ]);
}

function contents(): string {
  return `# Table of Contents

1. [Actors](./01-actors.md)
2. [Functional Requirements](./02-functional-requirements.md)
3. [Administration](./03-administration.md)
`;
}

function actors(): string {
  return `# Actors

## Members

- WHEN a visitor joins with an email address and a password, THE system SHALL create a member together with a session.
- IF the email address is taken, THEN THE system SHALL refuse the request with status 409.

## Administrators

- THE system SHALL let administrators create and erase labels.
`;
}

function functional(families: readonly Family[]): string {
  return `# Functional Requirements

${families
  .map((family) => {
    const n = namesOf(family);
    return `## ${pascal(n.parents)}

- WHEN a member creates ${withArticle(n.noun)}, THE system SHALL keep its first snapshot.
- IF somebody else than the author edits ${withArticle(n.noun)}, THEN THE system SHALL refuse the request with status 403.
${family.related ? `- WHERE ${withArticle(family.related)} is named, THE system SHALL show it with the ${n.noun}.\n` : ""}
### ${pascal(n.children)} of ${pascal(n.parents)}

- WHEN a member writes ${withArticle(n.child)} below ${withArticle(n.noun)}, THE system SHALL list it with its writer.
- WHEN ${withArticle(n.noun)} is erased, THE system SHALL remove its ${n.children} for good.
`;
  })
  .join("\n")}`;
}

function administration(families: readonly Family[]): string {
  const moderated = families.filter((family) => family.moderated);
  return `# Administration

## Dashboard

- WHEN an administrator opens the dashboard, THE system SHALL count everything that members keep.

## Moderation

${moderated.map((family) => `- WHEN an administrator erases ${withArticle(family.noun)}, THE system SHALL remove what was written below it.`).join("\n")}
`;
}
