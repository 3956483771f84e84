import type { FixtureName } from "../../support/fixture-backend.js";

/** A text that somebody could write about a fixture, whose reading is recorded. */
export interface RecordedText {
  readonly backend: FixtureName;
  readonly text: string;
}

export const RECORDED_TEXTS: readonly RecordedText[] = [
  {
    backend: "bbs",
    text: "Please get rid of the comments. Nobody uses them any more, and moderating them costs us hours.",
  },
  {
    backend: "bbs",
    text: "Articles need a subtitle of at most 120 characters, but it must not be required. Show it in lists too.",
  },
  {
    backend: "bbs",
    text: "Let members follow categories and be notified when a new article appears; admins can mute a category.",
  },
  {
    backend: "bbs",
    text: "From now on only admins delete tags. And what we call commendations should be called awards everywhere.",
  },
  { backend: "bbs", text: "Can you make the notifications nicer?" },
  {
    backend: "bbs",
    text: "Anybody who reads an article should be able to write comments, even without signing in. Thanks a lot!",
  },
  {
    backend: "todo",
    text: "The colour of labels is not needed any more, drop it. Lists should be called projects from now on.",
  },
  {
    backend: "todo",
    text:
      "- a todo gets a severity: low, normal or high, and normal if nobody says anything\n" +
      "- in lists I want to see how many attachments each todo has\n" +
      "- two labels of one user must not have the same name",
  },
  {
    backend: "todo",
    text: "Whoever makes a todo has to say when it is due. Those without a date get the end of 2030.",
  },
  {
    backend: "todo",
    text: "Users want habits: a title, how many days a week, and whether it is paused. They make, read, list, change and delete their own ones. Remind them each evening of habits they missed.",
  },
];
