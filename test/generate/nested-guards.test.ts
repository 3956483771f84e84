import { expect, test } from "@jest/globals";
import { asks, statementsWithoutComments } from "./dead-code/without-comments.js";

const FIND = `const comment = await db.board_article_comments.findFirst({ where: { id: props.articleId } });`;
const GUARD = `if (!comment) throw new HttpException("Not found", 404);`;
const REFUSE = `throw new HttpException("Not found", 404);`;
const NOTES = `const note = await db.board_article_notes.findFirst({ where: { id: props.articleId } });
    if (!note) throw new HttpException("No note", 404);`;

test.each([
  [
    "in one of several branches it refuses whatever comes there, and what would have followed goes",
    `
if (props.body.title === "comment") {
  ${FIND}
  ${GUARD}
  if (comment.board_member_id === props.articleId) throw new HttpException("Your own", 403);
} else {
  ${NOTES}
}`,
    `
if (props.body.title === "comment") {
  ${REFUSE}
} else {
  ${NOTES}
}`,
  ],
  [
    "what asks for the same thing later is decided",
    `
if (props.body.title === "comment") {
  ${FIND}
  ${GUARD}
}
const kind = props.body.title === "comment" ? 1 : 2;
console.log(kind);`,
    `
if (props.body.title === "comment") {
  ${REFUSE}
}
const kind = 2;
console.log(kind);`,
  ],
  [
    "in a case",
    `
switch (props.body.title) {
  case "comment": {
    ${FIND}
    ${GUARD}
    break;
  }
  case "note": {
    ${NOTES}
    break;
  }
}`,
    `
switch (props.body.title) {
  case "comment": {
    ${REFUSE}
  }
  case "note": {
    ${NOTES}
    break;
  }
}`,
  ],
  [
    "at the end of a chain of which other conditions stay",
    `
if (props.body.title === "note") {
  ${NOTES}
} else if (article.pinned) {
  console.log(article.pinned.body);
} else {
  throw new HttpException("What else?", 400);
}`,
    `
if (props.body.title === "note") {
  ${NOTES}
} else {
  throw new HttpException("What else?", 400);
}`,
  ],
  [
    "it is asked where nothing is left of a chain but the throw",
    `
if (article.pinned) {
  console.log(article.pinned.body);
} else {
  throw new HttpException("What else?", 400);
}`,
    asks("chain of conditions"),
  ],
  [
    "it is asked where it measures against a limit",
    `
if (props.body.title === "comment") {
  const count = await db.board_article_comments.count();
  if (count < article.notes.length) throw new HttpException("Too few", 403);
}`,
    asks("negative guard"),
  ],
  ["it is asked where it stands in no branch", `${FIND}\n${GUARD}`, asks("negative guard")],
  [
    "it is asked where no other branch goes on",
    `
if (props.body.title === "comment") {
  ${FIND}
  ${GUARD}
} else throw new HttpException("What else?", 400);`,
    asks("negative guard"),
  ],
  [
    "it is asked where the branch would have written something that stays",
    `
if (props.body.title === "comment") {
  ${FIND}
  ${GUARD}
  await db.board_article_notes.deleteMany({ where: { board_article_id: article.id } });
}`,
    asks("negative guard"),
  ],
])("a guard that nothing passes: %s", (_, before, after) => {
  expect(statementsWithoutComments(before).trim()).toBe(after.trim());
});
