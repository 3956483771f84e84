import type { FixtureName } from "../support/fixture-backend.js";

/** A request in a person's words that no rule derives, and the fixture that it is about. */
export interface Story {
  readonly name: string;
  readonly backend: FixtureName;
  readonly text: string;
  /** What somebody has written into a file by hand before: one text in the place of another. */
  readonly edited?: { readonly path: string; readonly from: string; readonly to: string };
}

export const STORIES: readonly Story[] = [
  {
    name: "notifications",
    backend: "bbs",
    text:
      "Let members follow categories and be notified when a new article appears\n\n" +
      "Members follow a category and stop following it when they like. Whenever somebody writes an article in that " +
      "category, each follower gets a notification that names the article, but nobody is told of his own articles. " +
      "Admins can mute a category and unmute it: nobody is notified of articles in a muted category.",
  },
  {
    name: "accepted-answers",
    backend: "bbs",
    text:
      "Accepted answers\n\n" +
      "Comments on an article are often answers to a question. The author of the article can accept one comment as " +
      "the answer, and take that back. Only one comment of an article is accepted at a time: accepting another one " +
      "replaces it. Readers of a comment see whether it is the accepted one. Nobody else than the article's author " +
      "may accept, and a comment of another article cannot be accepted.",
  },
  {
    name: "label-trash",
    backend: "todo",
    text:
      "A trash for labels\n\n" +
      "Deleting a label should not lose it at once. It goes to the trash: it is not listed any more, and can be " +
      "restored by its user for 30 days after it was deleted. After that, restoring is refused with 410.",
  },
  {
    name: "write-limits",
    backend: "bbs",
    text:
      "Limits on writing\n\n" +
      "We want to limit how many articles and how many comments a member may write within an hour. The limits are " +
      "data: admins set, for the role member, how many articles and how many comments are allowed per hour, and can " +
      "change it. As long as nothing is set, there is no limit. Who writes more gets 429.",
  },
  {
    name: "admin-permissions",
    backend: "bbs",
    text:
      "Permissions of admins\n\n" +
      "It is not right that every admin may do everything. Which admin may do what should be data: an admin has " +
      "permissions such as tags or categories, which other admins grant him and take away. Creating and deleting " +
      "tags needs the permission tags; without it the answer is 403.",
  },
  {
    name: "completed-once",
    backend: "todo",
    edited: {
      path: "src/providers/putTodoAppUserTodosTodoIdComplete.ts",
      from: "const now = toISOStringSafe(new Date());",
      to:
        "// Reports count in whole seconds.\n" +
        "  const now = toISOStringSafe(new Date(Math.floor(Date.now() / 1_000) * 1_000));",
    },
    text:
      "A todo cannot be completed twice\n\n" +
      "Completing a todo that is completed already should be refused with 409 and change nothing, not even the time " +
      "at which it was completed. Everything else about completing stays as it is.",
  },
];
