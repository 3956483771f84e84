import typia from "typia";
import { estimateTokens } from "../estimate-tokens.js";
import type { CallRequest, Reply, Usage } from "../port.js";

/** The part of a chat completion that is used; endpoints leave out and add what they like. */
interface Completion {
  readonly choices: readonly Choice[];
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
}

interface Choice {
  readonly finish_reason?: string | null;
  readonly message: {
    readonly content?: string | null;
    readonly refusal?: string | null;
    readonly tool_calls?: readonly ToolCall[] | null;
  };
}

interface ToolCall {
  readonly function: { readonly name: string; readonly arguments: string };
}

/** What an endpoint answered, as a reply; null where it is no chat completion. */
export function replyOf(answer: unknown, request: CallRequest): Reply | null {
  if (!typia.is<Completion>(answer)) return null;
  const [choice] = answer.choices;
  if (choice === undefined) return null;
  const { message, finish_reason: finish } = choice;
  const calls = message.tool_calls ?? [];
  const call = calls.find((each) => each.function.name === request.function.name) ?? calls[0];
  const text = call?.function.arguments ?? message.content ?? message.refusal ?? "";
  return {
    text,
    called: call?.function.name ?? null,
    reason: reasonOf(finish ?? null, message.refusal ?? null, call !== undefined),
    usage: usageOf(answer, request, text),
  };
}

function reasonOf(finish: string | null, refusal: string | null, called: boolean): Reply["reason"] {
  if (finish === "length") return "cut";
  if (called) return "called";
  return finish === "content_filter" || refusal !== null ? "refused" : "talked";
}

function usageOf({ usage }: Completion, request: CallRequest, text: string): Usage {
  if (usage)
    return { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens, estimated: false };
  const asked = JSON.stringify([request.function, request.messages]);
  return { inputTokens: estimateTokens(asked), outputTokens: estimateTokens(text), estimated: true };
}
