import { expect, test } from "@jest/globals";
import { type Complaint, correctWritten, type Rewrite } from "../../src/phases/correct-written.js";
import { writtenStep } from "../../src/phases/written-step.js";
import type { Written } from "../../src/phases/written.js";
import { makeBackend } from "../../src/source/make-backend.js";

const BASE = makeBackend("base", new Map(["a", "b", "c"].map((name) => [`src/providers/${name}.ts`, "old"])));

const WRITTEN = ["a", "b", "c"].map((name): Written => {
  const path = `src/providers/${name}.ts`;
  const behaviour = { operation: `GET /${name}`, requirements: ["THE system SHALL."], sections: [] };
  const edit = { path, before: "old", after: "bad" };
  return { behaviour, step: writtenStep(path, "edit", behaviour), edit, notices: [] };
});

/** Files that say "bad" are complained of. */
function complain(written: readonly Written[]): Promise<readonly Complaint[]> {
  const bad = written.filter(({ edit: { after } }) => after === "bad");
  return Promise.resolve(bad.map(({ edit: { path } }) => ({ path, text: "It is bad." })));
}

function rewriting(to: (path: string, round: number) => string): { rewrite: Rewrite; told: string[] } {
  const told: string[] = [];
  const rewrite: Rewrite = (head, written, complaints) => {
    told.push(...complaints);
    const { path } = written.edit;
    const before = head.files.get(path)?.text ?? null;
    const edit = { path, before, after: to(path, told.length) };
    return Promise.resolve({ ok: true, value: { ...written, edit } });
  };
  return { rewrite, told };
}

async function correct(rewrite: Rewrite, written = WRITTEN) {
  const said: string[] = [];
  const ports = { say: (text: string) => void said.push(text) };
  const corrected = await correctWritten(BASE, written, complain, rewrite, ports);
  const texts = corrected.ok ? corrected.value.map(({ edit }) => edit.after) : [];
  return { said, texts };
}

test("what is broken is written again until nobody complains, and edits stay those of the base", async () => {
  const { rewrite, told } = rewriting((path) => (path.includes("b") ? "good" : "fine"));
  const { said, texts } = await correct(rewrite);
  expect(texts).toEqual(["fine", "good", "fine"]);
  expect(said).toEqual(["round 1: 3 of 3 artefacts are broken"]);
  expect(told).toEqual(["It is bad.", "It is bad.", "It is bad."]);
});

test("a round that breaks more than it repairs is taken back", async () => {
  const whole = WRITTEN.map((each, index) =>
    index === 0 ? each : { ...each, edit: { ...each.edit, after: "good" } },
  );
  let calls = 0;
  const worse = (written: readonly Written[]): Promise<readonly Complaint[]> =>
    calls++ === 0
      ? complain(written)
      : Promise.resolve(WRITTEN.map(({ edit: { path } }) => ({ path, text: "" })));
  const said: string[] = [];
  const { rewrite } = rewriting(() => "new");
  const corrected = await correctWritten(BASE, whole, worse, rewrite, {
    say: (text) => void said.push(text),
  });
  expect(corrected).toEqual({ ok: true, value: whole });
  expect(said.at(-1)).toBe("round 1 is taken back: 3 artefacts were broken after it");
});

test("what stays broken ends after a few rounds", async () => {
  const { rewrite } = rewriting(() => "bad");
  const { said, texts } = await correct(rewrite);
  expect(said).toHaveLength(3);
  expect(texts).toEqual(["bad", "bad", "bad"]);
});
