import { OpenAI } from "openai";
import { WorldError } from "../../errors/world-error.js";
import { redacted } from "../../util/posted-text.js";
import type { Embedder, Vector } from "./embedder.js";

export interface EmbeddingsEndpoint {
  /** Base URL of an endpoint that speaks OpenAI's embeddings. */
  readonly url: string;
  readonly model: string;
  /** Null where the endpoint asks for none. */
  readonly key: string | null;
  /** How long one call may take, in milliseconds. */
  readonly milliseconds: number;
}

/** Asks, and decides on what the SDK throws whether and when to ask again. */
export type Retrying = <T>(ask: () => Promise<T>) => Promise<T>;

/** Far below what any endpoint takes in one call. */
const BATCH = 64;
const DETAIL = 300;

/** Any endpoint that speaks OpenAI's embeddings. */
export function openaiEmbedder(endpoint: EmbeddingsEndpoint, retrying: Retrying): Embedder {
  const client = clientOf(endpoint);
  const name = `${endpoint.model} at ${endpoint.url}`;
  const askBatch = async (input: string[]): Promise<readonly Vector[]> =>
    await retrying(async () => {
      // The SDK's own limit ends with the headers; this one counts until the last byte.
      const signal = AbortSignal.timeout(endpoint.milliseconds);
      const body = { model: endpoint.model, input, encoding_format: "float" } as const;
      return vectorsIn(await client.embeddings.create(body, { signal }), input.length);
    });
  return {
    name,
    weight: 0.5,
    embed: async (texts) => {
      const vectors: Vector[] = [];
      try {
        for (let from = 0; from < texts.length; from += BATCH)
          vectors.push(...(await askBatch(texts.slice(from, from + BATCH))));
      } catch (cause) {
        throw endpointError(name, endpoint.key, cause);
      }
      return vectors;
    },
  };
}

/** Everything that the SDK would else read from the environment is said here. */
function clientOf({ url, key }: EmbeddingsEndpoint): OpenAI {
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

/** An endpoint may answer in any order, and with anything. */
function vectorsIn(answer: unknown, count: number): readonly Vector[] {
  const data: unknown =
    typeof answer === "object" && answer !== null && "data" in answer ? answer.data : null;
  const vectors: Vector[] = [];
  for (const each of Array.isArray(data) ? (data as readonly unknown[]) : [])
    if (isEmbedding(each)) vectors[each.index] = each.embedding;
  const [first] = vectors;
  const whole = Array.from({ length: count }, (_, index) => vectors[index]);
  if (vectors.length !== count || whole.some((each) => each === undefined || each.length !== first?.length))
    throw new Error(`its answer is no list of ${count} vectors of one length`);
  return vectors;
}

function isEmbedding(
  value: unknown,
): value is { readonly index: number; readonly embedding: readonly number[] } {
  if (typeof value !== "object" || value === null || !("index" in value) || !("embedding" in value))
    return false;
  const { index, embedding } = value;
  if (!Number.isSafeInteger(index) || !Array.isArray(embedding) || embedding.length === 0) return false;
  return embedding.every((number) => typeof number === "number" && Number.isFinite(number));
}

/** The endpoint's own words may quote the key, so it is taken out of them. */
function endpointError(name: string, key: string | null, cause: unknown): WorldError {
  const message = (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, " ");
  const said = redacted(key === null ? message : message.replaceAll(key, "[redacted]")).slice(0, DETAIL);
  return new WorldError(
    "model",
    name,
    `no embeddings: ${said}`,
    "Check AUTOBE_EMBEDDINGS_URL, AUTOBE_EMBEDDINGS_MODEL and AUTOBE_EMBEDDINGS_KEY, or unset them to do without",
  );
}
