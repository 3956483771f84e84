import { OpenAI } from "openai";
import type { ModelSettings } from "../../config/model-settings.js";
import { ModelError } from "../model-error.js";
import type { CallRequest, LanguageModel, Reply } from "../port.js";
import { completionBody, plainerBody } from "./completion-body.js";
import type { Tried } from "./failure.js";
import { failureOf } from "./failure-of.js";
import { replyOf } from "./reply-of.js";
import { type Waiting, withRetries } from "./with-retries.js";

const TRIES = 6;

/** Any endpoint that speaks OpenAI's chat completions. Its own retries are off: ours have a budget. */
export function openaiModel(settings: ModelSettings, waiting: Waiting): LanguageModel {
  const { url, name, key } = settings;
  const client = clientOf(settings);
  const thing = `${name} at ${url}`;
  // What the endpoint did not know once, it does not know the next time either.
  let known: (request: CallRequest) => Body = (request) => completionBody(request, name);
  return {
    name: thing,
    ask: async (request) => {
      const attempt = async (): Promise<Tried<Reply>> => {
        const body = known(request);
        const tried = await tryOnce(client, body, request, key, waiting.now);
        const plainer =
          !tried.ok && tried.failure.status === 400 ? plainerBody(body, tried.failure.detail) : null;
        if (tried.ok || plainer === null) return tried;
        const before = known;
        const { detail } = tried.failure;
        known = (each) => plainerBody(before(each), detail) ?? before(each);
        return await attempt();
      };
      const tried = await withRetries(
        attempt,
        { tries: TRIES, milliseconds: request.limits.patience },
        waiting,
      );
      if (tried.ok) return tried.value;
      const { detail, remedy, status } = tried.failure;
      const often = tried.tries === 1 ? "" : ` (tried ${tried.tries} times)`;
      throw new ModelError(thing, `${detail}${often}`, remedy, status);
    },
  };
}

type Body = ReturnType<typeof completionBody>;

async function tryOnce(
  client: OpenAI,
  body: Body,
  request: CallRequest,
  key: string | null,
  now: () => number,
): Promise<Tried<Reply>> {
  // The SDK's own limit ends with the headers; this one counts until the last byte.
  const signal = AbortSignal.timeout(Math.max(1, Math.min(request.limits.milliseconds, 2 ** 31 - 1)));
  try {
    const reply = replyOf(await client.chat.completions.create(body, { signal }), request);
    if (reply !== null) return { ok: true, value: reply };
    const remedy = "Check that AUTOBE_MODEL_URL is an endpoint of chat completions";
    return {
      ok: false,
      failure: { status: null, detail: "its answer is no chat completion", remedy, again: true, wait: null },
    };
  } catch (error) {
    return { ok: false, failure: failureOf(error, key, signal.aborted, now()) };
  }
}

/** Everything that the SDK would else read from the environment is said here. */
function clientOf({ url, key }: ModelSettings): OpenAI {
  return new OpenAI({
    baseURL: url,
    apiKey: key ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: "off",
    ...(key === null && { defaultHeaders: { Authorization: null } }),
  });
}
