import { expect, test } from "@jest/globals";
import { makeBackend } from "../../../src/source/make-backend.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";

const key = (name: string, target: string, unique = false) =>
  `${name}_id String${unique ? " @unique" : ""}\n${name} ${target} @relation(fields: [${name}_id], references: [id])`;

function stances(models: Record<string, readonly string[]>, ...paths: string[]) {
  const text = Object.entries(models)
    .map(([name, fields]) => `model ${name} {\nid String @id\n${fields.join("\n")}\n}\n`)
    .join("");
  const backend = makeBackend("test", [
    ["prisma/schema/a.prisma", text],
    ...paths.map((path) => [path, ""] as const),
  ]);
  return Object.fromEntries([...readDatabase(backend).models].map(([name, { stance }]) => [name, stance]));
}

test("each stance by its mark", () => {
  const found = stances(
    {
      app_members: ["password_hash String"],
      app_quiet_guests: ["ip String"],
      app_member_sessions: [key("member", "app_members")],
      app_articles: ["title String", key("member", "app_members")],
      app_article_snapshots: ["title String", key("article", "app_articles")],
      app_article_revisions: ["title String", key("article", "app_articles")],
      app_article_likes: ["created_at DateTime", key("a", "app_articles"), key("m", "app_members")],
      app_article_files: ["url String", key("article", "app_articles")],
      app_scores: ["value Int", key("article", "app_articles", true)],
      app_reports: ["reason String", key("article", "app_articles")],
      app_articlers: ["name String"],
    },
    "src/providers/authorize/quietGuestAuthorize.ts",
  );
  expect(found).toEqual({
    app_members: "actor",
    app_quiet_guests: "actor",
    app_member_sessions: "session",
    app_articles: "primary",
    app_article_snapshots: "snapshot",
    app_article_revisions: "snapshot",
    app_article_likes: "junction",
    app_article_files: "subsidiary",
    app_scores: "subsidiary",
    app_reports: "primary",
    app_articlers: "primary",
  });
});
