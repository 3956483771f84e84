/** What the API reference says of a call's arguments, in the doc comments of the SDK (chat completions). */
export const OPENAI_ARGUMENTS =
  "OpenAI's API reference: arguments are not always valid JSON, and may have parameters that the schema does not define";

export const OPENAI_FINISH =
  "OpenAI's API reference: finish_reason is length where the limit of tokens was reached";

export const TYPIA_PARSE = "@typia/utils, LlmJson.parse: malformed JSON as models commonly produce it";

export const TYPIA_COERCE =
  "@typia/utils, LlmJson.coerce: values of another type as models often return them";

/** Nobody's report: what we expect of a model that does not look closely. */
export const OURS = "ours";
