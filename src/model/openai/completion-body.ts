import type { OpenAI } from "openai";
import type { CallRequest } from "../port.js";
import { toldSchema } from "./told-schema.js";

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming;

/** A request as the chat completions of OpenAI take it: one function, and no choice but to call it. */
export function completionBody({ function: asked, messages, limits }: CallRequest, model: string): Body {
  const { name, description, parameters } = asked;
  return {
    model,
    messages: messages.map(({ role, text }) => ({ role, content: text })),
    tools: [{ type: "function", function: { name, description, parameters: toldSchema(parameters) } }],
    tool_choice: { type: "function", function: { name } },
    max_completion_tokens: limits.outputTokens,
  };
}

/**
 * The same for an endpoint that does not know a setting, which it names in its refusal: an older name in its place,
 * or none. Null where nothing can be done about it.
 */
export function plainerBody(body: Body, refusal: string): Body | null {
  const { max_completion_tokens: limit, tool_choice: choice, ...rest } = body;
  if (limit !== undefined && limit !== null && refusal.includes("max_completion_tokens"))
    return { ...rest, max_tokens: limit, ...(choice && { tool_choice: choice }) };
  if (typeof choice === "object" && refusal.includes("tool_choice"))
    return { ...body, tool_choice: "required" };
  if (choice === "required" && refusal.includes("tool_choice")) return { ...body, tool_choice: "auto" };
  return null;
}
