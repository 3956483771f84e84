import { describe, expect, it } from "@jest/globals";
import { endsInside } from "../../../src/model/loop/ends-inside.js";
import { parseReply } from "../../../src/model/loop/parse-reply.js";
import { type CallRequest, NO_USAGE, type Reply } from "../../../src/model/port.js";
import { menuStep, RIGHT } from "../tiny-step.js";

const request: CallRequest = {
  function: menuStep().function,
  target: "lunch",
  part: "$input",
  messages: [],
  limits: { outputTokens: 500, milliseconds: 1, patience: 1 },
};

function parse(text: string, more: Partial<Reply> = {}) {
  return parseReply({ text, called: "cook", reason: "called", usage: NO_USAGE, ...more }, request);
}

const right = JSON.stringify(RIGHT);

describe("a reply", () => {
  it.each([
    ["as JSON", right],
    ["in a fence, with prose around", `Of course!\n\`\`\`json\n${right}\n\`\`\`\nAnything else?`],
    ["behind prose", `Here it is: ${right}`],
    ["with a comma too many", right.replace("}]}", "},]}")],
    ["without its last brackets", right.slice(0, -2)],
    ["with names of members that are not quoted", right.replaceAll(/"(title|dishes|kind)":/g, "$1:")],
    ["in a wrapper", `{"name": "cook", "arguments": ${right}}`],
    ["as a text in a wrapper", JSON.stringify({ arguments: right })],
    ["with JSON in a text", JSON.stringify({ ...RIGHT, dishes: JSON.stringify(RIGHT.dishes) })],
    ["with the word null for nothing", right.replace('"candle":null', '"candle":"null"')],
    ["with a number in a text", right.replace('"liters":2', '"liters":"2"')],
  ])("is read %s", (_how, text) => {
    expect(parse(text)).toEqual({ ok: true, value: RIGHT });
  });

  it("is read where the model talks in the place of calling", () => {
    expect(parse(`I would call cook(${right})`, { called: null, reason: "talked" }).ok).toBe(true);
  });

  it("is read where a function is called by a wrong name with right arguments", () => {
    expect(parse(right, { called: "bake" }).ok).toBe(true);
  });

  it.each([
    ["empty", "", {}, "a call of cook with an object of JSON"],
    [
      "prose alone",
      "Soup sounds good.",
      { called: null, reason: "talked" },
      "a call of cook with an object of JSON",
    ],
    ["a list", "[1, 2]", {}, "a call of cook with an object of JSON"],
    ["cut at the limit", right.slice(0, 40), { reason: "cut" }, "a whole answer"],
    ["cut in a text", right.slice(0, right.indexOf("carrot") + 3), {}, "a whole answer"],
    ["of another function", '{"city": "Seoul"}', { called: "get_weather" }, "a call of cook"],
  ] as const)("is told to be wrong where it is %s", (_what, text, more, expected) => {
    expect(parse(text, more)).toMatchObject({
      ok: false,
      findings: [{ path: "$input", expected, by: "reading" }],
    });
  });
});

describe("the end of a text of JSON", () => {
  it.each([
    ['{"a": 1}', false],
    ['{"a": [1, 2]', false],
    ['{"a": "b"', false],
    ['{"a": "b', true],
    ['{"a": "b\\"', true],
    ['{"a":', true],
    ['{"a": 1', true],
    ['{"a": tru', true],
    ['{"a": 1,', true],
    ["prose", false],
    ['{"a": 1} and so on', false],
  ])("%s: inside of a value is %s", (text, expected) => expect(endsInside(text)).toBe(expected));
});
