import { LlmJson } from "@typia/utils";
import { hashOf } from "../request-hash.js";
import type { CallRequest, Reply } from "../port.js";
import { touchedSchema } from "./touched-schema.js";

/** One answer that somebody gave, with what it answers. */
export interface Transcript {
  readonly function: string;
  readonly target: string;
  /** Hash of what was shown: the messages, and the part that was asked for. */
  readonly input: string;
  /** Hash of the part of the schema that the answer stands on. */
  readonly schema: string;
  readonly reply: Reply;
}

export function transcriptOf(request: CallRequest, reply: Reply): Transcript {
  const { function: asked, target } = request;
  return {
    function: asked.name,
    target,
    input: inputHash(request),
    schema: schemaHash(request, reply),
    reply,
  };
}

/** Whether an answer that was given to the same input still stands: nothing that it touches was edited. */
export function stillStands({ schema, reply }: Transcript, request: CallRequest): boolean {
  return schema === schemaHash(request, reply);
}

/** Below a folder of transcripts: function, what it is about, what was shown. */
export function transcriptPath(request: CallRequest): string {
  const slug = request.target
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 48);
  return `${request.function.name}/${slug === "" ? "untitled" : slug}.${inputHash(request).slice(0, 12)}.json`;
}

function inputHash({ messages, part }: CallRequest): string {
  return hashOf([messages, part]);
}

function schemaHash({ function: { parameters } }: CallRequest, { text }: Reply): string {
  return hashOf(touchedSchema(parameters, LlmJson.parse(text).data, parameters.$defs));
}
