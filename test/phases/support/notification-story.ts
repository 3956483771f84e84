import type { Analysis } from "../../../src/phases/analyze/analysis.js";
import type { DatabaseDesign } from "../../../src/phases/database/database-design.js";
import type { InterfaceDesign } from "../../../src/phases/interface/interface-design.js";
import type { Understanding } from "../../../src/phases/understand/understanding.js";

export const TEXT =
  "Let members follow categories and be notified when a new article appears; admins can mute a category.";

export const UNDERSTANDING: Understanding = {
  changes: [],
  intentions: [
    {
      quotes: ["Let members follow categories"],
      requirement: "WHEN a member follows a category, THE system SHALL remember it once.",
    },
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
};

export const ANALYSIS: Analysis = {
  sections: [
    {
      kind: "change-section",
      section: "04-engagement-requirements#notifications",
      sentences: [
        {
          text: "WHEN a member writes an article, THE system SHALL notify every member who follows its category.",
          intentions: ["intention-2"],
          instead: [],
        },
        {
          text: "IF the category is muted, THEN THE system SHALL notify nobody who follows it.",
          intentions: ["intention-3"],
          instead: [],
        },
      ],
    },
    {
      kind: "add-section",
      title: "Following",
      to: "04-engagement-requirements",
      sentences: [
        {
          text: "WHEN a member follows a category, THE system SHALL remember it once.",
          intentions: ["intention-1"],
        },
        {
          text: "WHEN an administrator mutes a category, THE system SHALL keep its followers.",
          intentions: ["intention-3"],
        },
      ],
    },
  ],
};

export const DATABASE: DatabaseDesign = {
  changes: [
    {
      serves: ["intention-1", "intention-2"],
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
      serves: ["intention-1"],
      change: {
        kind: "add-index",
        unique: true,
        on: { model: "category_follow", fields: ["category", "member"] },
      },
    },
    {
      serves: ["intention-3"],
      change: {
        kind: "add-field",
        name: "muted",
        type: { name: "boolean", values: [], optional: false },
        to: { models: ["bbs_categories"], stance: null },
        default: "false",
        carriers: ["read", "summary"],
      },
    },
  ],
};

export const INTERFACE: InterfaceDesign = {
  changes: [
    {
      serves: ["intention-3"],
      change: {
        kind: "add-dto",
        name: "IBbsCategory.IMute",
        members: [{ name: "muted", type: "boolean", values: [], list: false, optional: false }],
      },
    },
    {
      serves: ["intention-3"],
      change: {
        kind: "add-stub",
        method: "PUT",
        path: "/bbs/admin/categories/{categoryId}/mute",
        actor: "admin",
        name: "mute",
        body: "IBbsCategory.IMute",
        response: "IBbsCategory",
        summary: "Mute a category, or end that.",
      },
    },
  ],
  behaviours: [
    {
      operation: "POST /bbs/member/categories/{categoryId}/categoryFollows",
      serves: ["intention-1"],
    },
    { operation: "POST /bbs/member/articles", serves: ["intention-2", "intention-3"] },
    { operation: "PUT /bbs/admin/categories/{categoryId}/mute", serves: ["intention-3"] },
  ],
  settled: [],
};
