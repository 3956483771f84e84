import type { Understanding } from "../../../src/phases/understand/understanding.js";
import type { FixtureName } from "../../support/fixture-backend.js";

/** A text that somebody could write about a fixture, and what it asks for. */
export interface RecordedText {
  readonly backend: FixtureName;
  readonly text: string;
  readonly right: Understanding;
}

export const RECORDED_TEXTS: readonly RecordedText[] = [
  {
    backend: "bbs",
    text: "Please get rid of the comments. Nobody uses them any more, and moderating them costs us hours.",
    right: {
      changes: [
        {
          quotes: ["Please get rid of the comments."],
          change: { kind: "remove-feature", target: "comments" },
        },
      ],
      intentions: [],
      questions: [],
      contradictions: [],
      remarks: ["Nobody uses them any more, and moderating them costs us hours."],
    },
  },
  {
    backend: "bbs",
    text: "Articles need a subtitle of at most 120 characters, but it must not be required. Show it in lists too.",
    right: {
      changes: [
        {
          quotes: [
            "Articles need a subtitle of at most 120 characters, but it must not be required.",
            "Show it in lists too.",
          ],
          change: {
            kind: "add-field",
            name: "subtitle",
            type: { name: "string", values: [], optional: true },
            to: { models: ["bbs_articles"], stance: null },
            default: null,
            carriers: ["read", "create", "update", "summary"],
          },
        },
        {
          quotes: ["a subtitle of at most 120 characters"],
          change: {
            kind: "change-constraint",
            name: "subtitle",
            of: "bbs_articles",
            to: { maxLength: 120 },
            in: null,
          },
        },
      ],
      intentions: [],
      questions: [],
      contradictions: [],
      remarks: [],
    },
  },
  {
    backend: "bbs",
    text: "Let members follow categories and be notified when a new article appears; admins can mute a category.",
    right: {
      changes: [
        {
          quotes: ["Let members follow categories"],
          change: {
            kind: "add-model",
            name: "category_follow",
            of: "bbs_categories",
            fields: [
              {
                name: "member",
                type: { name: "member", values: [], optional: false },
                unique: false,
                default: null,
              },
            ],
            access: [{ actor: "member", operations: ["create", "list", "delete"] }],
          },
        },
        {
          quotes: ["admins can mute a category"],
          change: {
            kind: "add-field",
            name: "muted",
            type: { name: "boolean", values: [], optional: false },
            to: { models: ["bbs_categories"], stance: null },
            default: "false",
            carriers: null,
          },
        },
      ],
      intentions: [
        {
          quotes: ["be notified when a new article appears"],
          requirement:
            "WHEN a new article appears in a category, THE system SHALL notify every member who follows the category.",
        },
        {
          quotes: ["admins can mute a category"],
          requirement: "WHILE a category is muted, THE system SHALL notify nobody of new articles in it.",
        },
      ],
      questions: [],
      contradictions: [],
      remarks: [],
    },
  },
  {
    backend: "bbs",
    text: "From now on only admins delete tags. And what we call commendations should be called awards everywhere.",
    right: {
      changes: [
        {
          quotes: ["From now on only admins delete tags."],
          change: {
            kind: "change-access",
            method: "DELETE",
            path: "/bbs/admin/tags/{tagId}",
            actor: "admin",
          },
        },
        {
          quotes: ["what we call commendations should be called awards everywhere"],
          change: { kind: "rename-feature", target: "commendations", to: "awards" },
        },
      ],
      intentions: [],
      questions: [],
      contradictions: [],
      remarks: [],
    },
  },
  {
    backend: "bbs",
    text: "Can you make the notifications nicer?",
    right: {
      changes: [],
      intentions: [],
      questions: [
        {
          quotes: ["make the notifications nicer"],
          question: "What should be different about notifications?",
          options: ["what they say", "which events send one", "how they are listed", "mark all as read"],
        },
      ],
      contradictions: [],
      remarks: [],
    },
  },
  {
    backend: "bbs",
    text: "Anybody who reads an article should be able to write comments, even without signing in. Thanks a lot!",
    right: {
      changes: [],
      intentions: [
        {
          quotes: ["Anybody who reads an article should be able to write comments, even without signing in."],
          requirement:
            "WHEN anybody writes a comment, signed in or not, THE system SHALL store it below the article.",
        },
      ],
      questions: [],
      contradictions: [
        {
          quotes: ["Anybody who reads an article should be able to write comments"],
          section: "03-functional-requirements#writing-comments",
          says: "WHEN a member writes a comment, THE system SHALL store it below the article.",
        },
      ],
      remarks: ["Thanks a lot!"],
    },
  },
  {
    backend: "todo",
    text: "The colour of labels is not needed any more, drop it. Lists should be called projects from now on.",
    right: {
      changes: [
        {
          quotes: ["The colour of labels is not needed any more, drop it."],
          change: {
            kind: "remove-field",
            name: "color",
            from: { models: ["todo_app_labels"], stance: null },
          },
        },
        {
          quotes: ["Lists should be called projects from now on."],
          change: { kind: "rename-feature", target: "lists", to: "projects" },
        },
      ],
      intentions: [],
      questions: [],
      contradictions: [],
      remarks: [],
    },
  },
  {
    backend: "todo",
    text:
      "- a todo gets a severity: low, normal or high, and normal if nobody says anything\n" +
      "- in lists I want to see how many attachments each todo has\n" +
      "- two labels of one user must not have the same name",
    right: {
      changes: [
        {
          quotes: ["a todo gets a severity: low, normal or high, and normal if nobody says anything"],
          change: {
            kind: "add-field",
            name: "severity",
            type: { name: "string", values: ["low", "normal", "high"], optional: false },
            to: { models: ["todo_app_todos"], stance: null },
            default: "normal",
            carriers: null,
          },
        },
        {
          quotes: ["in lists I want to see how many attachments each todo has"],
          change: {
            kind: "add-property",
            name: "attachments_count",
            how: "count",
            of: "todo_app_todo_attachments",
            to: "todo_app_todos",
            by: null,
            in: ["summary"],
          },
        },
        {
          quotes: ["two labels of one user must not have the same name"],
          change: {
            kind: "add-index",
            unique: true,
            on: { model: "todo_app_labels", fields: ["todo_app_user_id", "name"] },
          },
        },
      ],
      intentions: [],
      questions: [],
      contradictions: [],
      remarks: [],
    },
  },
  {
    backend: "todo",
    text: "Whoever makes a todo has to say when it is due. Those without a date get the end of 2030.",
    right: {
      changes: [
        {
          quotes: [
            "Whoever makes a todo has to say when it is due.",
            "Those without a date get the end of 2030.",
          ],
          change: {
            kind: "change-presence",
            field: "due_at",
            of: "todo_app_todos",
            to: "required",
            default: "2030-12-31",
          },
        },
      ],
      intentions: [],
      questions: [],
      contradictions: [],
      remarks: [],
    },
  },
  {
    backend: "todo",
    text: "Users want habits: a title, how many days a week, and whether it is paused. They make, read, list, change and delete their own ones. Remind them each evening of habits they missed.",
    right: {
      changes: [
        {
          quotes: [
            "Users want habits: a title, how many days a week, and whether it is paused.",
            "They make, read, list, change and delete their own ones.",
          ],
          change: {
            kind: "add-model",
            name: "habit",
            of: null,
            fields: [
              {
                name: "title",
                type: { name: "string", values: [], optional: false },
                unique: false,
                default: null,
              },
              {
                name: "days_per_week",
                type: { name: "int", values: [], optional: false },
                unique: false,
                default: null,
              },
              {
                name: "paused",
                type: { name: "boolean", values: [], optional: false },
                unique: false,
                default: "false",
              },
            ],
            access: [{ actor: "user", operations: ["create", "read", "list", "update", "delete"] }],
          },
        },
      ],
      intentions: [
        {
          quotes: ["Remind them each evening of habits they missed."],
          requirement: "WHEN an evening comes, THE system SHALL remind users of habits that they missed.",
        },
      ],
      questions: [],
      contradictions: [],
      remarks: [],
    },
  },
];
