import { APIError } from "openai";
import { redacted } from "../../util/posted-text.js";
import type { Failure } from "./failure.js";
import { retryAfter } from "./retry-after.js";

const DETAIL = 300;

/** Statuses that say "not now": timeouts, conflicts, too many requests, and whatever the server itself got wrong. */
const LATER = new Set([408, 409, 425, 429]);

/** What the SDK threw, as data. The endpoint's own words may quote the key, so it is taken out of them. */
export function failureOf(error: unknown, key: string | null, timedOut: boolean, now: number): Failure {
  const said = wordsOf(error, key);
  if (timedOut) return outOfReach("no answer came in time");
  if (!(error instanceof APIError) || error.status === undefined) return outOfReach(said);
  const { status, headers, code } = error as APIError<number>;
  const exhausted = code === "insufficient_quota";
  return {
    status,
    detail: `it was answered with ${status}: ${said}`,
    remedy: exhausted
      ? "The quota of the model is used up: raise it, or wait until it is renewed"
      : remedyFor(status),
    again: !exhausted && (LATER.has(status) || status >= 500),
    wait: retryAfter((name) => headers?.get(name) ?? null, now),
  };
}

function outOfReach(detail: string): Failure {
  return {
    status: null,
    detail,
    remedy: "Check AUTOBE_MODEL_URL, and that the endpoint runs",
    again: true,
    wait: null,
  };
}

function wordsOf(error: unknown, key: string | null): string {
  const [message = String(error), ...causes] = messagesOf(error);
  const words = `${message}${causes.map((each) => ` (${each})`).join("")}`.replace(/\s+/g, " ");
  return redacted(key === null ? words : words.replaceAll(key, "[redacted]")).slice(0, DETAIL);
}

/** What an error says, and what those behind it say: the last one knows best. */
function messagesOf(error: unknown): readonly string[] {
  if (typeof error !== "object" || error === null || !("message" in error)) return [];
  return [String(error.message), ...messagesOf("cause" in error ? error.cause : null)];
}

function remedyFor(status: number): string {
  if (status === 401 || status === 403) return "Check AUTOBE_MODEL_KEY";
  if (status === 404) return "Check AUTOBE_MODEL_URL and AUTOBE_MODEL: there is no such model there";
  if (status === 429) return "The endpoint is asked too often: send it again later";
  if (status >= 500) return "The endpoint is out of order: send it again later";
  return "Check that the endpoint takes function calls";
}
