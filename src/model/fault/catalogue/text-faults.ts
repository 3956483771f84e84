import type { Reply } from "../../port.js";
import type { TextFault } from "../fault-kind.js";
import { OPENAI_FINISH, OURS, TYPIA_PARSE } from "./sources.js";

const A_CALL = /a call of \w+/;
const WHOLE = /a whole answer/;

/** Faults of how an answer is written or sent. Some of them every lenient parser takes. */
export const TEXT_FAULTS: readonly TextFault[] = [
  written(
    "prose-around",
    TYPIA_PARSE,
    (text) => `Sure! Here is the answer:\n${text}\nLet me know if it helps.`,
  ),
  written("fenced", TYPIA_PARSE, (text) => `\`\`\`json\n${text}\n\`\`\``),
  written("trailing-comma", TYPIA_PARSE, (text) => text.replace(/([}\]"])\s*([}\]])$/, "$1,$2")),
  written("comments", TYPIA_PARSE, (text) => text.replace("{", "{ // as asked\n")),
  written("unquoted-members", TYPIA_PARSE, (text) => text.replace(/"([A-Za-z_]\w*)":/g, "$1:")),
  written("single-quotes", OURS, (text) => text.replaceAll("'", "").replaceAll('"', "'")),
  written("python-words", OURS, (text) =>
    text.replace(/"(?:[^"\\]|\\.)*"|\bnull\b|\btrue\b/g, (word) => PYTHON.get(word) ?? word),
  ),
  written("unclosed-brackets", TYPIA_PARSE, (text) => text.replace(/[}\]]+$/, "")),
  written("twice", OURS, (text) => `${text}\n${text}`),
  written("list-around", "github.com/guardrails-ai/guardrails/issues/594", (text) => `[${text}]`),
  written("arguments-in-text", "github.com/ollama/ollama/pull/12413", (text) =>
    JSON.stringify({ arguments: text }),
  ),
  written("arguments-as-text", "github.com/quarkiverse/quarkus-langchain4j/pull/2642", (text) =>
    JSON.stringify(text),
  ),
  sent("cut-at-limit", OPENAI_FINISH, WHOLE, (reply) => ({ text: half(reply.text), reason: "cut" })),
  sent("cut-in-text", OURS, WHOLE, (reply) => ({ text: beforeLastQuote(reply.text) })),
  sent("endless", "github.com/dottxt-ai/outlines/issues/1131", WHOLE, (reply) => ({
    text: `${half(reply.text)}${" and so on".repeat(500)}`,
    reason: "cut",
  })),
  sent("empty", OURS, A_CALL, () => ({ text: "" })),
  sent("empty-object", OURS, /./, () => ({ text: "{}" })),
  sent("prose-alone", OURS, A_CALL, () => ({
    text: "I would make the changes that were asked for.",
    called: null,
    reason: "talked",
  })),
  sent("talked-json", "github.com/simonw/llm/issues/1104", A_CALL, ({ text }) => ({
    text: `I call the function with ${text}`,
    called: null,
    reason: "talked",
  })),
  sent("wrong-function", "github.com/OpenHands/OpenHands/issues/5111", A_CALL, () => ({
    text: '{"code": "print(1)"}',
    called: "execute_python",
  })),
  sent("wrong-function-name", "github.com/crmne/ruby_llm/issues/445", A_CALL, ({ called }) => ({
    called: `functions.${called ?? ""}`,
  })),
];

/** Words between quotes are texts in any language. */
const PYTHON: ReadonlyMap<string, string> = new Map([
  ["null", "None"],
  ["true", "True"],
]);

function written(name: string, source: string, write: (text: string) => string): TextFault {
  return sent(name, source, /JSON|a call of|a whole answer/, ({ text }) => ({ text: write(text) }));
}

function sent(name: string, source: string, told: RegExp, send: (reply: Reply) => Partial<Reply>): TextFault {
  return { name, source, spoils: "text", told, damage: (reply) => ({ ...reply, ...send(reply) }) };
}

function half(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}

function beforeLastQuote(text: string): string {
  const end = text.lastIndexOf('"');
  const start = text.lastIndexOf('"', end - 1);
  return text.slice(0, Math.ceil((start + end) / 2) + 1);
}
