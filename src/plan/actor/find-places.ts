import { nearestOf } from "../../change/nearest.js";
import { readPlaces } from "../../generate/actor/payload.js";
import type { Backend } from "../../source/backend.js";
import { type Found, refuse } from "../found.js";

/** Some of an actor's places, all told by the same attribute. */
export interface FoundPlaces {
  readonly attribute: string;
  /** In the order in which the actor was split. */
  readonly values: readonly string[];
  /** The places that are none of them. */
  readonly rest: readonly string[];
}

/** The places that words mean: "supervisor", or "position.supervisor". */
export function findPlaces(
  words: readonly string[],
  actor: string,
  command: (places: readonly string[]) => string,
  backend: Backend,
): Found<FoundPlaces> {
  const all = readPlaces(actor, backend);
  if (all.length === 0)
    return refuse(
      `There are no places of ${actor} to tell apart.`,
      `Split him first: \`/autobe split actor ${actor} by position into <joining>, <other>\``,
    );
  const known = all.flatMap(({ attribute, values }) => values.map((value) => ({ attribute, value })));
  const found: { readonly attribute: string; readonly value: string }[] = [];
  for (const word of words) {
    const [value = "", attribute] = word.split(".").reverse();
    const meant = known.filter(
      (each) =>
        each.value.toLowerCase() === value.toLowerCase() &&
        (attribute === undefined || each.attribute.toLowerCase() === attribute.toLowerCase()),
    );
    const [first, second] = meant;
    if (first === undefined) return unknown(word, actor, known);
    if (second !== undefined)
      return {
        ok: false,
        ending: {
          kind: "ambiguous",
          candidates: meant.map((each) => ({
            command: command(words.map((own) => (own === word ? `${each.attribute}.${each.value}` : own))),
            takes: [],
          })),
        },
      };
    found.push(first);
  }
  const attributes = new Set(found.map(({ attribute }) => attribute));
  const [attribute = ""] = attributes;
  if (attributes.size > 1)
    return refuse(
      `${words.join(", ")} are told by ${[...attributes].join(" and ")}.`,
      "Name places that are told by one of them; the other can be asked for in a line of its own.",
    );
  const values = all.find((each) => each.attribute === attribute)?.values ?? [];
  const named = new Set(found.map(({ value }) => value));
  return {
    ok: true,
    value: {
      attribute,
      values: values.filter((each) => named.has(each)),
      rest: values.filter((each) => !named.has(each)),
    },
  };
}

function unknown(
  word: string,
  actor: string,
  known: readonly { readonly attribute: string; readonly value: string }[],
): Found<never> {
  const names = known.map(({ value }) => value);
  const near = nearestOf(word.split(".").at(-1) ?? "", names);
  return refuse(
    `There is no ${actor} called "${word}".`,
    `${near === null ? "" : `Did you mean ${actor}.${near}? `}There are ${names.map((each) => `${actor}.${each}`).join(", ")}.`,
  );
}
