import { expect, test } from "@jest/globals";
import { statementsWithoutComments } from "./dead-code/without-comments.js";

test.each([
  [
    "a count that only what went read",
    "let total = 0;\ntotal++;\ntotal += 1;\ntotal = 2;\narticle.comments.slice(total);",
    "",
  ],
  [
    "with the loop that only counted",
    "let total = 0;\nfor (const note of article.notes) total++;\narticle.comments.slice(total);",
    "",
  ],
  [
    "a count that is read elsewhere stays",
    "let total = 0;\ntotal++;\narticle.comments.slice(total);\nconsole.log(total);",
    "let total = 0;\ntotal++;\nconsole.log(total);",
  ],
  [
    "what is written to it with an effect stays",
    "let total = 0;\ntotal = send();\narticle.comments.slice(total);",
    "let total = 0;\ntotal = send();",
  ],
  [
    "a list that is only filled",
    'const changed: string[] = [];\nif (article.title) changed.push("title");\nif (props.body.title !== undefined) {\n  changed.push("body");\n}\narticle.comments.slice(changed.length);',
    "",
  ],
  [
    "an object whose members are only given",
    "const changed: Record<string, string> = {};\nfor (const key of Object.keys(props.body)) {\n  const value = article.title;\n  changed[String(key)] = value;\n}\nchanged.first = article.title;\narticle.comments.includes(JSON.stringify(changed));",
    "",
  ],
  [
    "with the loop that only looks for what to fill it with",
    "const changed: string[] = [];\nfor (const key of Object.keys(props.body)) {\n  const value = article.title;\n  if (value === key) continue;\n  if (key !== article.id) changed.push(key);\n}\narticle.comments.slice(changed.length);",
    "",
  ],
  [
    "a loop that may refuse stays",
    "const changed: string[] = [];\nfor (const key of Object.keys(props.body)) {\n  if (key === article.id) throw new Error();\n  changed.push(key);\n}\narticle.comments.slice(changed.length);",
    "for (const key of Object.keys(props.body)) {\n  if (key === article.id) throw new Error();\n}",
  ],
  [
    "a list that is filled with an effect stays",
    "const changed: string[] = [];\nchanged.push(send());\narticle.comments.slice(changed.length);",
    "const changed: string[] = [];\nchanged.push(send());",
  ],
  [
    "a list that is another's stays",
    'const changed = article.notes;\nchanged.push("title");\narticle.comments.slice(changed.length);\nconsole.log(article.notes);',
    'const changed = article.notes;\nchanged.push("title");\nconsole.log(article.notes);',
  ],
  [
    "a list that only fills stays where nothing read it before",
    'const changed: string[] = [];\nchanged.push("title");\narticle.comments.slice();',
    'const changed: string[] = [];\nchanged.push("title");',
  ],
  [
    "a row whose change stays while nothing reads it",
    'const updated = await db.board_articles.update({ where: { id: props.articleId }, data: { title: "x" } });\nawait db.board_article_comments.create({ data: { board_article_id: updated.id } });',
    'await db.board_articles.update({ where: { id: props.articleId }, data: { title: "x" } });',
  ],
])("%s", (_, before, after) => {
  expect(statementsWithoutComments(before)).toBe(after);
});
