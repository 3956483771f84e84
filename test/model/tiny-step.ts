import typia, { type tags } from "typia";
import type { ModelStep } from "../../src/model/loop/model-step.js";
import type { Means } from "../../src/model/loop/call-function.js";
import { CountedBudget } from "../../src/model/budget/budget.js";
import { NO_USAGE, type CallRequest, type LanguageModel, type Reply } from "../../src/model/port.js";
import { plainSchema } from "../../src/model/schema/plain-schema.js";
import { withNames } from "../../src/model/schema/with-names.js";

/** A function with everything that the loop has to cope with: names, numbers, kinds, lists, null. */
export interface Menu {
  readonly title: string & tags.MinLength<3>;
  readonly dishes: readonly Dish[];
}

export type Dish = Soup | Cake;

export interface Soup {
  readonly kind: "soup";
  readonly of: string;
  readonly liters: number;
}

export interface Cake {
  readonly kind: "cake";
  readonly with: readonly string[];
  readonly candle: string | null;
}

export const PANTRY = {
  name: "Ingredient",
  description: "What is in the pantry.",
  values: ["carrot", "potato", "apple", "sugar"],
};

export const MENU_SCHEMA = withNames(plainSchema(typia.llm.parameters<Menu>()), {
  "Soup.of": PANTRY,
  "Cake.with[]": PANTRY,
  "Cake.candle": PANTRY,
});

export const RIGHT: Menu = {
  title: "Lunch",
  dishes: [
    { kind: "soup", of: "carrot", liters: 2 },
    { kind: "cake", with: ["apple", "sugar"], candle: null },
  ],
};

export function menuStep(more: Partial<ModelStep<Menu>> = {}): ModelStep<Menu> {
  return {
    function: { name: "cook", description: "Says what is cooked.", parameters: MENU_SCHEMA },
    target: "lunch",
    instruction: "Say what is cooked.",
    material: [{ title: "The guest says:", text: "Carrot soup, and a cake." }],
    validate: typia.createValidateEquals<Menu>(),
    rules: [],
    ...more,
  };
}

export type Answer = string | Partial<Reply> | ((request: CallRequest) => string | Partial<Reply>) | Error;

/** Answers in turn, the last one again and again, and keeps what it was asked. */
export function answering(...answers: readonly Answer[]): LanguageModel & { readonly asked: CallRequest[] } {
  const asked: CallRequest[] = [];
  return {
    name: "tiny",
    asked,
    ask: async (request) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(request);
      if (answer === undefined) throw new Error("nothing was asked for");
      if (answer instanceof Error) throw answer;
      const said = typeof answer === "function" ? answer(request) : answer;
      const reply = typeof said === "string" ? { text: said } : said;
      return await Promise.resolve({
        text: "",
        called: request.function.name,
        reason: "called",
        usage: { ...NO_USAGE, inputTokens: 100, outputTokens: 10 },
        ...reply,
      });
    },
  };
}

export function means(model: LanguageModel, more: Partial<Means> = {}): Means {
  const limits = { attempts: 10, outputTokens: 1_000, milliseconds: 1_000 };
  return { model, budget: new CountedBudget("step", {}, () => 0), system: true, limits, ...more };
}
