import { describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { type FixtureName, fixtureBackend } from "../support/fixture-backend.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { tryChange } from "./try-change.js";
import { CHOICES, trialsOf } from "./try-hand-edits.js";

jest.setTimeout(600_000);

describe.each<FixtureName>(["bbs", "todo"])("%s", (name) => {
  test("a change leaves every harmless edit that was made by hand", () => {
    const trial = trialsOf(fixtureBackend(name));
    fc.assert(
      fc.property(CHOICES, (choice) => {
        const { line, ended, lost } = trial(choice);
        const [plain, edited] = ended;
        expect({ line, ended: edited, lost }).toEqual({ line, ended: plain, lost: [] });
      }),
      // `npm run hand-edits` makes more of them, with other seeds.
      { numRuns: 20, seed: 1, endOnFailure: true },
    );
  });
});

test("a change that loses remarks is found out", () => {
  const trial = trialsOf(fixtureBackend("todo"), (backend, line) => {
    const tried = tryChange(backend, line);
    if (tried.kind === "not-changed") return tried;
    const texts = [...tried.head.files.values()].map(({ path, text }): [string, string] => [
      path,
      (text ?? "").replace(/^ *\/\/ byHand.*\n/gm, ""),
    ]);
    return { ...tried, head: makeBackend("spoiled", texts) };
  });
  const trials = fc.sample(CHOICES, { numRuns: 5, seed: 7 }).map(trial);
  expect(trials.flatMap(({ lost }) => lost).some((each) => each.startsWith("comment "))).toBe(true);
});
