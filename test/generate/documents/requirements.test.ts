import { expect, test } from "@jest/globals";
import { removeFromDocuments } from "../../../src/generate/documents/remove-from-documents.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";

const SCHEMA = `
model shop_articles {
  id String @id
  comment_policy String
  comments shop_article_comments[]
  tokens shop_article_tokens[]
}
model shop_article_comments {
  id String @id
  article_id String
  article shop_articles @relation(fields: [article_id], references: [id])
}
model shop_article_tokens {
  id String @id
  article_id String
  article shop_articles @relation(fields: [article_id], references: [id])
}
model shop_notifications { id String @id }
`;

type Words = readonly (readonly string[])[];

function remove(
  pages: Readonly<Record<string, string>>,
  words: Words = [["article", "comment"], ["comment"]],
) {
  const backend = makeBackend("shop", [
    ["prisma/schema/main.prisma", SCHEMA] as const,
    ...Object.entries(pages).map(([name, text]) => [`docs/analysis/${name}`, text] as const),
  ]);
  const removed = {
    models: ["shop_article_comments"],
    fields: ["shop_articles.comments"],
    dtos: [],
    properties: [],
    operations: [],
  };
  const { edits, notices } = removeFromDocuments(backend, readDatabase(backend), { removed, words });
  return {
    after: Object.fromEntries(edits.map((edit) => [edit.path.slice("docs/analysis/".length), edit.after])),
    notices: notices.map((notice) => `${notice.line} ${notice.text}`),
  };
}

/** Whether a section of that heading goes. */
function goes(heading: string, words?: Words): boolean {
  return "a.md" in remove({ "a.md": `# Title\n\n${heading}\n\nText.\n\n## Other\n\nMore.\n` }, words).after;
}

test.each([
  "## Comments",
  "## 3.2. Comment Management Requirements",
  "## Moderation of comments",
  "## Comments on Articles",
  "### FR-03: Creating a new comment",
  "## `shop_article_comments` data model",
  "## **Comment** Validation Rules (EARS)",
  "## IV. Comments ##",
  "Comments\n--------",
])("a section goes: %s", (heading) => expect(goes(heading)).toBe(true));

test.each([
  "## Comments and Notifications",
  "## Comment Notifications",
  "## Commentators",
  "## Commendations",
  "## Comment Policy",
  "## `comment_policy`",
  "## What is commented",
  "## Articles",
  "## System",
  "## 댓글",
])("a section stays: %s", (heading) => expect(goes(heading)).toBe(false));

test("a word that qualifies another thing is no name of the feature", () => {
  const words = [["refresh", "token"], ["token"]];
  expect(goes("## Refresh tokens", words)).toBe(true);
  expect(goes("## Access tokens", words)).toBe(false);
  expect(goes("## Tokens", words)).toBe(false);
  expect(goes("## Access tokens", [["token"]])).toBe(false);
});

test("a word that names kinds of text is a feature in its own plural only", () => {
  expect(goes("## Lists", [["list"]])).toBe(true);
  expect(goes("## List of requirements", [["list"]])).toBe(false);
  expect(goes("## Rules", [["rule"]])).toBe(false);
});

test("a section is named by the heading above it, too", () => {
  const text = "# T\n\n## Articles\n\nText.\n\n### Files\n\nA file.\n\n## Orders\n\n### Files\n\nAnother.\n";
  expect(remove({ "a.md": text }, [["article", "file"]]).after["a.md"]).toBe(
    "# T\n\n## Articles\n\nText.\n\n## Orders\n\n### Files\n\nAnother.\n",
  );
});

test("line breaks, code fences, later numbers and the end of the file stay", () => {
  const text =
    "# T\r\n\r\n## 1. Comments\r\n\r\n```sh\r\n# Other\r\n```\r\n\r\n---\r\n\r\n## 2. Orders\r\n\r\nText.\r\n\r\n---\r\n\r\n## 3. Comments";
  expect(remove({ "a.md": text }).after["a.md"]).toBe("# T\r\n\r\n## 2. Orders\r\n\r\nText.");
});

test("a rule stays if it also ends the section above", () => {
  const text = "# T\n\n## A\n\nText.\n\n### Comments\n\nText.\n\n---\n\n## B\n\nText.\n";
  expect(remove({ "a.md": text }).after["a.md"]).toBe("# T\n\n## A\n\nText.\n\n---\n\n## B\n\nText.\n");
});

test("a heading that nothing is left under goes, and a document with its last section", () => {
  const pages = {
    "00-toc.md":
      "# Contents\n\n1. [Talk](./01-talk.md)\n2. [Orders](02-orders.md)\n   - [Moderation](02-orders.md#moderation)\n   - [Rest](02-orders.md#rest)\n",
    "01-talk.md": "# Talking\n\n## Comments\n\nText.\n\n---\n",
    "02-orders.md": "# Orders\n\n## Moderation\n\n### Of comments\n\nText.\n\n## Rest\n\nText.\n",
  };
  const { after, notices } = remove(pages);
  expect(after).toEqual({
    "00-toc.md": "# Contents\n\n2. [Orders](02-orders.md)\n   - [Rest](02-orders.md#rest)\n",
    "01-talk.md": null,
    "02-orders.md": "# Orders\n\n## Rest\n\nText.\n",
  });
  expect(notices).toEqual([]);
});

test("a title speaks for the document only if nothing that stays has a heading there", () => {
  const text = (heading: string): string => `# Comments\n\nText.\n\n## ${heading}\n\nText.\n`;
  expect(remove({ "a.md": text("Replies") }).after).toEqual({ "a.md": null });
  expect(remove({ "a.md": text("Notifications") }).after).toEqual({});
});

test("mixed text becomes one notice per section, and is not edited", () => {
  const text = [
    "# Orders",
    "",
    "First sentence. An order may have",
    "comments, as everything. Last one.",
    "",
    "## Rules",
    "",
    "- THE system SHALL keep the comment_policy and the comment policy.",
    "- A commentator commented on commendations.",
    "- THE system SHALL show `article_comment_id`.",
    "- WHEN it is gone, its comments go.",
    "",
    "## Comments and Orders",
    "",
    "| a | b |",
    "",
  ].join("\n");
  const { after, notices } = remove({ "a.md": text });
  expect(after).toEqual({});
  expect(notices).toEqual([
    "4 An order may have comments, as everything.",
    "10 THE system SHALL show `article_comment_id`. (also line 11)",
    "13 Comments and Orders",
  ]);
});
