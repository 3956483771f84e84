import type { Change } from "../../change/change.js";
import { fillForm } from "../../change/fill-form.js";
import { FORMS, KINDS, printChange } from "../../change/forms.js";
import { headlineOf, kindsBySubject } from "../../change/help.js";
import { fieldOf } from "../../change/issue-form/form-fields.js";
import { nearestOf } from "../../change/nearest.js";
import type { Ask, Filled, Slot } from "../../change/slot.js";
import { listed, problemWith } from "./check-answer.js";
import type { Choices, ChoicesOf } from "./choices.js";
import type { Prompter } from "./prompter.js";

const HEADLINES: ReadonlyMap<string, Change["kind"]> = new Map(KINDS.map((kind) => [headlineOf(kind), kind]));

/** Asks for changes until somebody has no more; null where they leave before they have one. */
export async function askChanges(
  prompter: Prompter,
  choicesOf: ChoicesOf,
): Promise<readonly Change[] | null> {
  prompter.say(kindList());
  const changes: Change[] = [];
  for (;;) {
    const change = await askChange(prompter, choicesOf);
    if (change === null) return changes.length > 0 ? changes : null;
    changes.push(change);
    prompter.say(`  ${printChange(change)}`);
    const more = await prompter.ask("another one? [y/N]", ["yes", "no"]);
    if (more === null || !/^y/i.test(more)) return changes;
  }
}

async function askChange(prompter: Prompter, choicesOf: ChoicesOf): Promise<Change | null> {
  for (;;) {
    const kind = await askKind(prompter);
    if (kind === null) return null;
    prompter.say(`  ${FORMS[kind].usage}\n  such as: ${FORMS[kind].example}`);
    const filled = await askParts(prompter, kind, choicesOf);
    if (filled === null) return null;
    const form = fillForm(kind, filled);
    if (form.ok) return form.change;
    prompter.say(form.problems.join("\n"));
  }
}

async function askKind(prompter: Prompter): Promise<Change["kind"] | null> {
  const names = [...HEADLINES.keys()];
  for (;;) {
    const answer = await prompter.ask("change", names);
    if (answer === null) return null;
    const word = answer.toLowerCase().replace(/[-_\s]+/g, " ");
    const kind = HEADLINES.get(word);
    if (kind !== undefined) return kind;
    const near = nearestOf(word, names);
    if (answer === "?" || answer === "") prompter.say(kindList());
    else
      prompter.say(
        `There is no change "${answer}"; ${near === null ? "? lists them" : `did you mean ${near}?`}`,
      );
  }
}

/** Models first: what can be asked of a model is known then. */
async function askParts(
  prompter: Prompter,
  kind: Change["kind"],
  choicesOf: ChoicesOf,
): Promise<Filled | null> {
  const filled = new Map<Ask, string>();
  const { slots } = FORMS[kind];
  for (const slot of [...slots.filter(isModel), ...slots.filter((each) => !isModel(each))]) {
    const answer = await askPart(prompter, slot, choicesOf(slot.ask, filled));
    if (answer === null) return null;
    if (answer !== "") filled.set(slot.ask, answer);
  }
  return filled;
}

function isModel({ ask, optional }: Slot): boolean {
  return (ask === "model" || ask === "models") && optional !== true;
}

/** An empty answer leaves an optional part out. */
async function askPart(prompter: Prompter, slot: Slot, choices: Choices): Promise<string | null> {
  const { ask, optional } = slot;
  const question = `${ask.replaceAll("-", " ")}${optional === true ? " (optional)" : ""}`;
  for (;;) {
    const answer = await prompter.ask(question, choices.names);
    if (answer === null) return null;
    if (answer === "" && optional === true) return answer;
    const problem = answer === "" || answer === "?" ? helpOn(ask, choices) : problemWith(answer, choices);
    if (problem === null) return ask === "text" ? answer.replaceAll("\\n", "\n") : answer;
    prompter.say(`  ${problem}`);
  }
}

function helpOn(ask: Ask, { names }: Choices): string {
  const { hint } = fieldOf(ask);
  return names.length === 0 ? hint : `${hint}\n  Here: ${listed(names)}`;
}

function kindList(): string {
  const lines = kindsBySubject().map(
    ([on, kinds]) => `  ${on.padEnd(12)} ${kinds.map(headlineOf).join(", ")}`,
  );
  return `What should change? Tab completes, ? explains, Ctrl-D leaves.\n${lines.join("\n")}`;
}
