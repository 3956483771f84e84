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
])("%s", (_, before, after) => {
  expect(statementsWithoutComments(before)).toBe(after);
});
