import type { Ask } from "../slot.js";

/** One field of the issue form; parts that no kind asks for together share one. */
export interface FormField {
  readonly label: string;
  readonly asks: readonly Ask[];
  /** What is written there. */
  readonly hint: string;
}

/** Starts a form, and is how an issue that was opened with it is told from every other one. */
export const KIND_LABEL = "Change of the backend";

/** Lines behind the first change, in the same request. */
export const MORE_LABEL = "Further changes";

export const WHY_LABEL = "Why";

/** In the order in which the form has them. A test says that every part has one place, and no kind two in one. */
export const FORM_FIELDS: readonly FormField[] = [
  {
    label: "Model",
    asks: ["model", "models"],
    hint: "As the schema or you call it: `articles`. Where several may be meant: `articles, comments`, `*`, `* where stance = primary`.",
  },
  { label: "Feature", asks: ["feature"], hint: "Your word for it: `comments`." },
  {
    label: "Field, relation or property",
    asks: ["field", "relation", "property"],
    hint: "One that is there already, by its name.",
  },
  {
    label: "Operation",
    asks: ["operation", "action"],
    hint: "Method and path of one that is there: `DELETE /bbs/articles/{articleId}`. What a new one does: `create`, `read`, `list`, `update`, `delete` or `restore`.",
  },
  {
    label: "Section of the requirements",
    asks: ["section"],
    hint: "`<document>#<anchor>`, an anchor or a title; to add one, the document or section that it goes to.",
  },
  {
    label: "Name",
    asks: ["name", "title"],
    hint: "Of what is new, or the new name of what is there; the title of a new section.",
  },
  {
    label: "Type",
    asks: ["type", "target"],
    hint: '`string`, `int`, `double`, `boolean`, `datetime`, `uuid`, `uri`, `email`, a set of values (`"low" | "high"`), a model or an actor; `?` behind it where it may be empty.',
  },
  {
    label: "Columns",
    asks: ["columns"],
    hint: "Of an index: `title, created_at`. Of a new model: `title: string, pinned: boolean default false`.",
  },
  {
    label: "Rule",
    asks: ["index", "unique", "presence", "limits", "computed", "shown", "kept"],
    hint: "`index` or `unique index`; `unique` for a relation that one row has at most; `required` or `optional`; limits such as `min length 2, max length 40`, or `unconstrained`; `count of`, `has`, `latest` or `list of` for what is made up of other rows; `summary`, `whole` or `page` for what an operation answers with; `keeping old paths` where something moves.",
  },
  { label: "On delete", asks: ["on-delete"], hint: "`cascade`, `set null` or `restrict`." },
  {
    label: "Default",
    asks: ["default"],
    hint: "Value of rows that are there, and of new ones that say nothing: `0`, `true`, `now`, `draft`; `none` takes a default away.",
  },
  {
    label: "DTOs",
    asks: ["dtos"],
    hint: "Those that carry it, if not the usual ones: `read, summary, create, update`, or `nothing`.",
  },
  {
    label: "Who may",
    asks: ["actor", "access"],
    hint: "An actor or `anyone`; for a new model `by admin with create, update, delete and by anyone with read, list`.",
  },
  {
    label: "What becomes of operations",
    asks: ["fate"],
    hint: "Of those that only an actor may call who goes: `removed`, or `to member`.",
  },
  { label: "From states", asks: ["states"], hint: "States that a row may be in before: `draft, rejected`." },
  { label: "To state", asks: ["state"], hint: "The state that it is in afterwards: `pending`." },
  {
    label: "Path",
    asks: ["path", "endpoint"],
    hint: "Where an operation is served: `/bbs/moderation/articles/{articleId}`; of one that is still to be written with its method: `POST /bbs/member/categories/{categoryId}/follow`.",
  },
  { label: "Takes", asks: ["body"], hint: "The DTO of its body: `IBbsTag.ICreate`." },
  { label: "Answers", asks: ["response"], hint: "The DTO that it answers with: `IBbsTag`." },
  { label: "Text", asks: ["text"], hint: "Of a section, a sentence on each line." },
];

/** The field that a part is written in. */
export function fieldOf(ask: Ask): FormField {
  const field = FORM_FIELDS.find(({ asks }) => asks.includes(ask));
  if (field === undefined) throw new Error(`No field of the issue form asks for ${ask}`);
  return field;
}
