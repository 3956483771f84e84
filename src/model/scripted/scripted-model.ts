import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import typia from "typia";
import { ModelError } from "../model-error.js";
import type { CallRequest, LanguageModel, Reply } from "../port.js";
import { stillStands, type Transcript, transcriptOf, transcriptPath } from "./transcript.js";

/**
 * Answers from transcripts in a folder. What is not there, or was answered to a schema that has changed since, is
 * asked of another model and kept, if there is one to record.
 */
export function scriptedModel(folder: string, record: LanguageModel | null = null): LanguageModel {
  return {
    name: "scripted",
    ask: async (request) => {
      const path = join(folder, transcriptPath(request));
      const found = await readTranscript(path);
      if (found !== null && stillStands(found, request)) return found.reply;
      if (record === null) throw missing(path, found !== null, request);
      const reply = await record.ask(request);
      await writeTranscript(path, request, reply);
      return reply;
    },
  };
}

async function readTranscript(path: string): Promise<Transcript | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  const transcript = typia.json.validateParse<Transcript>(text);
  if (transcript.success) return transcript.data;
  throw new ModelError(path, "this is no transcript", "Remove it, and record it anew");
}

async function writeTranscript(path: string, request: CallRequest, reply: Reply): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(transcriptOf(request, reply), null, 2)}\n`);
}

function missing(path: string, outdated: boolean, { function: { name }, target }: CallRequest): ModelError {
  const why = outdated
    ? "the schema was edited where its answer stands"
    : "nothing was recorded for this input";
  return new ModelError(path, `${name} of "${target}": ${why}`, "Run it with --record-missing and a model");
}
