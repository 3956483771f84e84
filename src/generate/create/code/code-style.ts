import type { BackendFile } from "../../../source/backend.js";
import { capital } from "../conventions/spelling.js";
import type { Known } from "../known.js";
import { most } from "../../../util/most.js";
import type { NewOperation } from "../new-model.js";

/** How the code of a backend's operations is written. */
export interface CodeStyle {
  /** Whether collectors and transformers stand between operations and the database. */
  readonly modular: boolean;
  /** Whether operations take their properties apart first. */
  readonly destructures: boolean;
  /** Whether a row that is not there is the database's error, and no exception of the operation. */
  readonly orThrow: boolean;
  /** What such an exception says before the rest. */
  readonly notFound: string;
  readonly forbidden: string;
  readonly conflict: string;
  readonly documented: boolean;
  /** How many rows a page has if nobody says. */
  readonly limit: string;
  /** Whether comments say "Creates" and not "Create". */
  readonly thirdPerson: boolean;
  readonly width: number;
}

export function readCodeStyle(known: Known): CodeStyle {
  const { backend, api } = known;
  const files = [...backend.files.values()];
  const providers = files.filter(({ path, text }) => /^src\/providers\/\w+\.ts$/.test(path) && text !== null);
  const texts = providers.map(({ text }) => text ?? "");
  const thrown = texts.filter((text) => /\.find\w+OrThrow\(/.test(text)).length;
  const messages = texts.flatMap((text) => [
    ...text.matchAll(/HttpException\(\s*"([A-Z][\w ]*: )[^"]*",\s*(40[349])/g),
  ]);
  const said = (code: string): string =>
    most(messages.filter((each) => each[2] === code).map((each) => each[1] ?? "")) ?? "";
  const comments = [...api.operations.values()].flatMap(({ controller }) =>
    [...(backend.files.get(controller.path)?.text ?? "").matchAll(/\/\*\*\s*\n\s*\* (\w+) /g)].map(
      ([, verb]) => verb ?? "",
    ),
  );
  return {
    modular: files.some(({ path }) => path.startsWith("src/transformers/")),
    destructures: most(texts.map((text) => /\} = props;/.test(text))) ?? false,
    orThrow: thrown > texts.filter((text) => /HttpException\([^)]*404/.test(text)).length,
    notFound: said("404"),
    forbidden: said("403"),
    conflict: said("409"),
    documented: most(texts.map((text) => /\*\/\s*export async function/.test(text))) ?? false,
    limit:
      most(
        texts.flatMap(
          (text) => /\b(?:limit|page_?size|per_?page|take|size) \?\? (\d+)/i.exec(text)?.[1] ?? [],
        ),
      ) ?? "20",
    thirdPerson: most(comments.map((verb) => /[a-z]s$/.test(verb))) ?? false,
    width: widthOf(known),
  };
}

/** The width that the formatter of the backend keeps to. */
export function widthOf({ backend }: Pick<Known, "backend">): number {
  const configs = [...backend.files.values()].filter(({ path }) =>
    /^(\.prettierrc[\w.]*|prettier\.config\.\w+)$/.test(path),
  );
  const width = configs.flatMap(({ text }) => /printWidth["']?\s*:\s*(\d+)/.exec(text ?? "")?.[1] ?? []);
  return Number(width[0] ?? 80);
}

/** An operation's file that a new one is most like: same method, same actor. */
export function neighbourOf(
  operation: NewOperation,
  known: Known,
  of: "provider" | "controller",
): BackendFile | null {
  const candidates = [...known.api.operations.values()].flatMap((each) => {
    const path = of === "provider" ? each.provider?.path : each.controller.path;
    const file = known.backend.files.get(path ?? "");
    if (file === undefined || /\/auth\//.test(each.path)) return [];
    const other = (each.actor === operation.actor ? 0 : 2) + (each.method === operation.method ? 0 : 1);
    const deep = Math.abs(each.parameters.length - operation.parameters.length) / 10;
    return [{ file, rank: other + deep + (each.response === null ? 0.05 : 0) }];
  });
  return candidates.sort((a, b) => a.rank - b.rank)[0]?.file ?? null;
}

/** "Create a notice." or "Creates a notice.", as the backend's comments have it. */
export function sentenceOf(verb: string, rest: string, { thirdPerson }: CodeStyle): string {
  const ending = /(s|x|sh|ch)$/.test(verb) ? "es" : "s";
  return `${capital(thirdPerson ? `${verb}${ending}` : verb)} ${rest}.`;
}
