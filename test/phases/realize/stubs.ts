import type { Behaviour } from "../../../src/phases/design.js";
import type { FixtureName } from "../../support/fixture-backend.js";

/** Operations of which the outside alone is settled. */
export const STUB_LINES = {
  bbs: "add operation POST /bbs/member/articles/{articleId}/close by member as close answering IBbsArticle",
  todo: "add operation POST /todoApp/user/labels/{labelId}/clear by user as clear answering ITodoAppLabel",
};

/** What they have to do. */
export const STUB_BEHAVIOURS: Readonly<Record<FixtureName, Behaviour>> = {
  bbs: {
    operation: "POST /bbs/member/articles/{articleId}/close",
    requirements: ["WHEN its author closes an article, THE system SHALL refuse further comments below it."],
    sections: ["03/closing"],
  },
  todo: {
    operation: "POST /todoApp/user/labels/{labelId}/clear",
    requirements: ["WHEN a user clears a label, THE system SHALL take it off all todos."],
    sections: ["03/labels"],
  },
};
