import { understandStep } from "../../../src/phases/understand/understand-step.js";
import type { Understanding } from "../../../src/phases/understand/understanding.js";
import type { ModelStep } from "../../../src/model/loop/model-step.js";
import { ngramEmbedder } from "../../../src/retrieve/embedding/ngram-embedder.js";
import { planChange } from "../../../src/plan/plan-change.js";
import { tryChanges } from "../../../src/run/try-changes.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import type { RecordedText } from "./recorded-texts.js";

/** Transcripts of what a reader said who knew nothing but the requests. */
export const TRANSCRIPTS = new URL("../../../../fixtures/transcripts/", import.meta.url).pathname;

/** The step as a run asks it, planning included. */
export async function recordedStep({
  backend: name,
  text,
}: Pick<RecordedText, "backend" | "text">): Promise<ModelStep<Understanding>> {
  const backend = fixtureBackend(name);
  return await understandStep(text, backend, {
    embedder: ngramEmbedder,
    say: () => undefined,
    tryChanges: (before, changes) => tryChanges(before, changes, planChange),
  });
}
