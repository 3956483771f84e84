import { describe, expect, it, test } from "@jest/globals";
import { fillForm } from "../../src/change/fill-form.js";
import { exampleOf, FORMS, KINDS } from "../../src/change/forms.js";
import { partsOf } from "../../src/change/parts-of.js";
import type { Ask } from "../../src/change/slot.js";

describe("the parts of a line", () => {
  test.each(KINDS)("%s is the same line again", (kind) => {
    const parts = partsOf(kind, FORMS[kind].example);
    expect(parts).not.toBeNull();
    const filled = fillForm(kind, parts ?? new Map());
    expect(filled).toEqual({ ok: true, line: FORMS[kind].example, change: exampleOf(kind) });
  });

  test.each(KINDS)("%s names each part once, and does without the optional ones", (kind) => {
    const { slots, example } = FORMS[kind];
    expect(new Set(slots.map(({ ask }) => ask)).size).toBe(slots.length);
    const needed = slots.filter(({ optional }) => optional !== true).map(({ ask }) => ask);
    const parts = new Map([...(partsOf(kind, example) ?? [])].filter(([ask]) => needed.includes(ask)));
    expect(fillForm(kind, parts)).toMatchObject({ ok: true, change: { kind } });
    for (const ask of needed) {
      const fewer = fillForm(kind, new Map([...parts].filter(([each]) => each !== ask)));
      expect(fewer.ok ? [] : fewer.problems).toEqual([expect.stringContaining(`needs a ${ask}`)]);
    }
  });

  it("cannot say something of another kind", () => {
    const filled = new Map<Ask, string>([["feature", "field body from articles"]]);
    expect(fillForm("remove-feature", filled)).toMatchObject({ ok: false });
    const prose = new Map<Ask, string>([
      ["section", "tags"],
      ["text", 'THE system SHALL say "no".\n\\ is kept.'],
    ]);
    expect(fillForm("change-section", prose)).toMatchObject({
      ok: true,
      change: { text: 'THE system SHALL say "no".\n\\ is kept.' },
    });
  });
});
