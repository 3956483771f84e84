import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { readEnvironment } from "../../src/config/environment.js";
import { printChange } from "../../src/change/forms.js";
import { CountedBudget } from "../../src/model/budget/budget.js";
import { callFunction, LOOP_LIMITS } from "../../src/model/loop/call-function.js";
import { usageOf } from "../../src/model/loop/call-record.js";
import { openaiModel } from "../../src/model/openai/openai-model.js";
import { scriptedModel } from "../../src/model/scripted/scripted-model.js";
import { recordedStep, TRANSCRIPTS } from "./understand/recorded-step.js";
import { RECORDED_TEXTS } from "./understand/recorded-texts.js";

/**
 * Replays what was recorded, and says what it took. With `--record-missing` the model that the environment names is
 * asked for what is not recorded yet, or no longer stands.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { "record-missing": { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const { model: settings } = readEnvironment();
  if (values["record-missing"] && settings === null)
    throw new Error("AUTOBE_MODEL and AUTOBE_MODEL_URL name no model");
  const waiting = { sleep, now: Date.now, random: Math.random };
  const record = values["record-missing"] && settings !== null ? openaiModel(settings, waiting) : null;
  for (const [index, each] of RECORDED_TEXTS.entries()) {
    if (positionals.length > 0 && !positionals.includes(String(index + 1))) continue;
    const { value, report } = await replay(each, record);
    console.log(`${index + 1}. ${each.backend}: ${each.text.slice(0, 60)}\n${report}`);
    for (const { change } of value?.changes ?? []) console.log(`   ${printChange(change)}`);
  }
}

async function replay(each: (typeof RECORDED_TEXTS)[number], record: ReturnType<typeof openaiModel> | null) {
  const called = await callFunction(await recordedStep(each), {
    model: scriptedModel(TRANSCRIPTS, record),
    budget: new CountedBudget("change", {}, Date.now),
    system: true,
    limits: { ...LOOP_LIMITS, milliseconds: 3_600_000 },
  });
  const { attempts } = called.record;
  const { inputTokens, outputTokens } = usageOf([called.record]);
  const wrong = attempts.flatMap(({ findings }, index) =>
    findings.map(
      ({ path, expected, found }) =>
        `     ${index + 1}. ${path}: ${expected}, ${JSON.stringify(found)?.slice(0, 80)}`,
    ),
  );
  const end = called.ok ? "right" : JSON.stringify(called.why).slice(0, 300);
  return {
    value: called.ok ? called.value : null,
    report: [`   ${end} after ${attempts.length}, ${inputTokens} + ${outputTokens} tokens`, ...wrong].join(
      "\n",
    ),
  };
}

await main();
