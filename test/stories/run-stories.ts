import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { readEnvironment } from "../../src/config/environment.js";
import type { LanguageModel } from "../../src/model/port.js";
import { openaiModel } from "../../src/model/openai/openai-model.js";
import { scriptedModel } from "../../src/model/scripted/scripted-model.js";
import { outcomeText } from "../../src/cli/print/outcome-text.js";
import { TRANSCRIPTS } from "../phases/understand/recorded-step.js";
import { testWorkspace } from "../support/fixture-backend.js";
import { storyFigures } from "./story-figures.js";
import { STORIES } from "./stories.js";
import { tellStory } from "./tell-story.js";

const OPTIONS = {
  "record-missing": { type: "boolean", default: false },
  run: { type: "boolean", default: false },
  verbose: { type: "boolean", default: false },
} as const;

/**
 * Tells the stories from their transcripts, or those that are named, and prints what each took. With `--record-missing`
 * the model that the environment names is asked for what nobody has answered yet; with `--run` the backend's tests are
 * run before and after.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const { model: settings } = readEnvironment();
  if (values["record-missing"] && settings === null)
    throw new Error("AUTOBE_MODEL and AUTOBE_MODEL_URL name no model");
  const waiting = { sleep, now: Date.now, random: Math.random };
  const record =
    values["record-missing"] && settings !== null ? patient(openaiModel(settings, waiting)) : null;
  const workspace = testWorkspace();
  let bad = 0;
  for (const story of STORIES.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    const say = (text: string): void => {
      if (values.verbose) console.error(`  ${text}`);
    };
    const progress = {
      start: say,
      say,
      end: (step: string, _: number, told: string) => say(`${step}: ${told}`),
    };
    const model = scriptedModel(TRANSCRIPTS, record);
    const told = await tellStory(story, { model, workspace, run: values.run, progress });
    const end = told.applied ?? told.read;
    console.log(`# ${story.name} (${story.backend})\n\n${storyFigures(told)}\n`);
    if (values.verbose || end.outcome.kind !== "published") console.log(outcomeText(end.outcome));
    if (end.outcome.kind !== "published") bad++;
  }
  process.exitCode = bad === 0 ? 0 : 1;
}

/** Whoever answers by hand takes his time. */
function patient(model: LanguageModel): LanguageModel {
  const limits = { milliseconds: HOUR, patience: HOUR };
  return {
    name: model.name,
    ask: (request) => model.ask({ ...request, limits: { ...request.limits, ...limits } }),
  };
}

const HOUR = 3_600_000;

await main();
