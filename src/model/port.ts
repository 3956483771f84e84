import type { ILlmSchema } from "@typia/interface";

/** The port: one verb, to ask for a call of one function. */
export interface LanguageModel {
  /** Endpoint and model, without credentials: an answer of another one is another answer. */
  readonly name: string;
  /** Throws a ModelError where no answer can be had. */
  ask(request: CallRequest): Promise<Reply>;
}

/** Everything that is asked, as a value. */
export interface CallRequest {
  readonly function: FunctionSchema;
  /** What the call is about: an artefact, or a few words. It keys transcripts and usage, and is not sent. */
  readonly target: string;
  /** Path of the part that is asked for; `$input` for the whole. */
  readonly part: string;
  readonly messages: readonly Message[];
  readonly limits: CallLimits;
}

export interface FunctionSchema {
  readonly name: string;
  readonly description: string;
  readonly parameters: ILlmSchema.IParameters;
}

export interface Message {
  readonly role: "system" | "user";
  readonly text: string;
}

export interface CallLimits {
  readonly outputTokens: number;
  /** For one try. */
  readonly milliseconds: number;
  /** For all tries together, in milliseconds; Infinity where nobody waits. */
  readonly patience: number;
}

export interface Reply {
  /** The arguments as the model wrote them; its prose where it called nothing. */
  readonly text: string;
  /** Name of the function that it called; null where it called none. */
  readonly called: string | null;
  /** How the answer ended: with a call, with prose alone, cut at the limit, or refused. */
  readonly reason: "called" | "talked" | "cut" | "refused";
  readonly usage: Usage;
}

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Whether the endpoint did not count, and a quarter of the characters was taken. */
  readonly estimated: boolean;
}

export const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, estimated: false };
