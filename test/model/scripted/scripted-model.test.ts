import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import typia from "typia";
import { callFunction } from "../../../src/model/loop/call-function.js";
import { plainSchema } from "../../../src/model/schema/plain-schema.js";
import { withNames } from "../../../src/model/schema/with-names.js";
import { scriptedModel } from "../../../src/model/scripted/scripted-model.js";
import { answering, means, type Menu, menuStep, PANTRY, RIGHT } from "../tiny-step.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "transcripts-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const right = JSON.stringify(RIGHT);

async function recorded(): Promise<void> {
  const model = answering("nonsense", right);
  expect((await callFunction(menuStep(), means(scriptedModel(folder, model)))).ok).toBe(true);
  expect(model.asked.length).toBe(2);
}

function stepWith(parameters = menuStep().function.parameters) {
  return menuStep({ function: { ...menuStep().function, parameters } });
}

describe("transcripts", () => {
  it("are kept by function and target, wrong answers too, and answer without a model", async () => {
    await recorded();
    const files = readdirSync(join(folder, "cook"));
    expect(files.map((file) => file.replace(/\.[0-9a-f]{12}\./, ".#."))).toEqual([
      "lunch.#.json",
      "lunch.#.json",
    ]);
    const called = await callFunction(menuStep(), means(scriptedModel(folder)));
    expect(called).toMatchObject({ ok: true, value: RIGHT });
    expect(called.record.attempts.length).toBe(2);
  });

  it("ask a model for what is new alone", async () => {
    await recorded();
    const model = answering(right);
    expect((await callFunction(menuStep(), means(scriptedModel(folder, model)))).ok).toBe(true);
    expect(model.asked).toEqual([]);
    const other = menuStep({
      target: "supper",
      material: [{ title: "The guest says:", text: "The same for supper." }],
    });
    expect((await callFunction(other, means(scriptedModel(folder, model)))).ok).toBe(true);
    expect(model.asked.length).toBe(1);
  });

  it("say what is missing", async () => {
    const called = await callFunction(menuStep(), means(scriptedModel(folder)));
    expect(called).toMatchObject({
      ok: false,
      why: {
        kind: "unreachable",
        reason: expect.stringContaining('cook of "lunch": nothing was recorded for this input'),
      },
    });
  });

  it("stand as long as no edit of the schema touches what they say", async () => {
    await recorded();
    const more = { ...PANTRY, values: [...PANTRY.values, "salt"] };
    const parameters = withNames(plainSchema(typia.llm.parameters<Menu>()), {
      "Soup.of": more,
      "Cake.with[]": more,
      "Cake.candle": more,
    });
    const { Soup: soup, ...rest } = parameters.$defs;
    const documented = {
      ...parameters,
      $defs: { ...rest, Soup: { ...soup, description: "Hot." } as (typeof rest)[string] },
    };
    expect((await callFunction(stepWith(documented), means(scriptedModel(folder)))).ok).toBe(true);
  });

  it("do not stand any more once it does", async () => {
    await recorded();
    const fewer = { ...PANTRY, values: ["potato"] };
    const parameters = withNames(plainSchema(typia.llm.parameters<Menu>()), { "Soup.of": fewer });
    const called = await callFunction(stepWith(parameters), means(scriptedModel(folder)));
    expect(called).toMatchObject({
      ok: false,
      why: { reason: expect.stringContaining("the schema was edited where its answer stands") },
    });
  });
});
