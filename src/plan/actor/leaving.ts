import type { Answers } from "../../change/answer.js";
import type { RemoveActor } from "../../change/kinds/remove-actor.js";
import { knownBy, testsOfSignIn } from "../../generate/actor/own-files.js";
import type { Notice } from "../../generate/notice.js";
import type { AlsoGone } from "../../generate/remove-from-code.js";
import type { Known } from "../../generate/create/known.js";
import { type Names, NO_NAMES, uniteNames } from "../../spec/names.js";
import { wordsOf } from "../../spec/words.js";
import type { Planned } from "../planned.js";
import type { Family } from "../removal/family.js";
import { featureWords } from "../removal/feature-words.js";
import { type Difference, planDifference } from "../removal/plan-removal.js";
import { differenceOf, removeFromSpec } from "../removal/remove-from-spec.js";
import { toldAs } from "./actor-words.js";
import { operationsOf } from "./own-operations.js";

/** What is asked for. */
export interface Asked {
  readonly change: RemoveActor;
  readonly answers: Answers;
  /** As in controllers and payloads. */
  readonly actor: string;
}

/** An actor who goes, with what goes because his tables do. */
export interface Leaving extends Asked {
  readonly known: Known;
  readonly family: Family;
  readonly words: readonly (readonly string[])[];
  readonly names: Names;
}

export function leave(known: Known, asked: Asked, family: Family): Leaving {
  const words = featureWords(family.models, known.database);
  const after = removeFromSpec(known, family, words, known.backend);
  return { ...asked, known, family, words, names: differenceOf(known, after) };
}

/** What is about nothing but the actor: how he signs in, and what goes with his tables. */
export function namesOf({ known, actor, names }: Leaving): Names {
  const operations = operationsOf(actor, known).signIn.map(({ key }) => key);
  return uniteNames([names, { ...NO_NAMES, operations }]);
}

/** Operations that he calls and that are about something else. */
export function droppedOf(leaving: Leaving): readonly string[] {
  const { shared, alone } = operationsOf(leaving.actor, leaving.known);
  const own = new Set(namesOf(leaving).operations);
  return [...shared, ...alone].map(({ key }) => key).filter((key) => !own.has(key));
}

/**
 * Plans that an actor goes with all that he calls. Tests that bear his name may be about what others call now: with an
 * heir, only those of how he signs in are known to be about him.
 */
export function planGone(leaving: Leaving, hasHeir = false): Planned {
  const { known, actor } = leaving;
  const named = [...leaving.words, wordsOf(actor)];
  const told = toldAs(actor, known.backend);
  return planWithoutSignIn(leaving, {
    names: namesOf(leaving),
    ...(hasHeir ? { told: [...named, ...told] } : { words: named, told }),
    files: knownBy(actor, known.backend),
    operations: droppedOf(leaving),
  });
}

/** Plans a difference that takes an actor's sign-in along, with the tests that are about nothing else. */
export function planWithoutSignIn(
  { known, change, answers, actor }: Leaving,
  { files, operations, ...difference }: Omit<Difference, "also"> & Pick<AlsoGone, "files" | "operations">,
): Planned {
  const tests = testsOfSignIn(known.backend, operationsOf(actor, known).signIn);
  const also: AlsoGone = { files: [...files, ...tests], operations, inputs: [], cause: actor };
  const planned = planDifference(known.backend, change, answers, known, { ...difference, also });
  if (planned.kind !== "plan") return planned;
  const deleted = tests
    .filter((path) => path.startsWith("test/features/"))
    .map((path): Notice => ({
      kind: "deleted-test",
      path,
      line: null,
      text: `It tests how ${actor} signs in.`,
    }));
  return { ...planned, plan: { ...planned.plan, notices: [...deleted, ...planned.plan.notices] } };
}
