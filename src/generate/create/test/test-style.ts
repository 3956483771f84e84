import { ownWords } from "../../../spec/words.js";
import { pluralOf } from "../conventions/spelling.js";
import type { Known } from "../known.js";
import { most } from "../../../util/most.js";
import type { NewModel } from "../new-model.js";

/** Where tests and their helpers are, and how they are called. */
export interface TestStyle {
  /** Folder of the new model's tests. */
  readonly folder: string;
  /** `article_bookmark`: what the names of its tests and helpers share. */
  readonly subject: string;
  /** Whether rows are made by helpers that prepare and generate them. */
  readonly helpers: boolean;
  /** Begin of helpers' names: `random_bbs_`. */
  readonly helper: string;
}

const ROOT = "test/features/api/";

export function readTestStyle(model: NewModel, known: Known, prefix: readonly string[]): TestStyle | null {
  const paths = [...known.backend.files.keys()];
  const folders = new Set(
    paths.flatMap((path) => (path.startsWith(ROOT) ? (path.slice(ROOT.length).split("/")[0] ?? "") : [])),
  );
  if (folders.size === 0) return null;
  const own = [...ownWords(known.database.models.keys()).values()];
  const votes = own.flatMap((words) => {
    const last = pluralOf(words.slice(-1)).join("_");
    return folders.has(words.join("_")) ? [false] : folders.has(last) ? [true] : [];
  });
  const words = model.table.split("_").slice(prefix.length);
  const subject = [...words.slice(0, -1), ...model.noun.split(" ").slice(-1)].join("_");
  const short = most(votes) === true;
  return {
    folder: `${ROOT}${short ? pluralOf(model.noun.split(" ")).join("_") : subject}`,
    subject: short ? model.noun.replaceAll(" ", "_") : subject,
    helpers:
      paths.some((path) => path.startsWith("test/generate/")) &&
      paths.some((path) => path.startsWith("test/prepare/")),
    helper: `random_${[...prefix, subject].join("_")}`,
  };
}
