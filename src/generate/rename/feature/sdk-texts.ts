import type { Backend } from "../../../source/backend.js";
import type { Splice } from "../../../source/edit.js";
import { colons } from "../../create/sdk/print-function.js";
import { sdkPath } from "./declared-names.js";
import type { FeatureNames, MovedRoute } from "./feature-names.js";
import { paramTags } from "./route-texts.js";

/** What files of the SDK say of paths, accessors and controllers, in comments and strings. */
export function sdkTexts(
  backend: Backend,
  { routes, symbols, files }: FeatureNames,
): ReadonlyMap<string, readonly Splice[]> {
  const found = new Map<string, Map<number, Splice>>();
  const add = (path: string, splices: readonly Splice[]): void => {
    const own = found.get(path) ?? new Map<number, Splice>();
    for (const each of splices) own.set(each.start, each);
    if (own.size > 0) found.set(path, own);
  };
  const classes = new Map(symbols.map(({ path, from, to }) => [`${path} ${from}`, to]));
  for (const route of routes) {
    const { accessor, controller } = route.operation;
    const path = accessor === null ? "" : sdkPath(accessor);
    const text = backend.files.get(path)?.text;
    if (accessor === null || typeof text !== "string") continue;
    add(path, [
      ...pathSplices(text, route),
      ...paramTags(text, 0, route.parameters),
      ...checkSplices(text, route.parameters),
      ...exact(
        text,
        "@controller ",
        controller.className,
        classes.get(`${controller.path} ${controller.className}`),
      ),
    ]);
  }
  for (const [from, to] of files) {
    const text = backend.files.get(from)?.text;
    const [old, now] = [accessorOf(from), accessorOf(to)];
    if (old === null || now === null || typeof text !== "string") continue;
    add(from, [...exact(text, "@module ", old, now), ...exact(text, "@accessor ", old, now)]);
  }
  return new Map([...found].map(([path, splices]) => [path, [...splices.values()]]));
}

const FOLDER = /^src\/api\/functional\/(.+)\/index\.ts$/;

function accessorOf(path: string): string | null {
  const folders = FOLDER.exec(path)?.[1];
  return folders === undefined ? null : `api.functional.${folders.replaceAll("/", ".")}`;
}

/** A word behind a tag, up to its end or to a dot. */
function exact(text: string, tag: string, from: string, to: string | undefined): readonly Splice[] {
  if (to === undefined || from === to) return [];
  const pattern = new RegExp(`${tag}${from.replaceAll(".", "\\.")}(?=[.\\s])`, "g");
  return [...text.matchAll(pattern)].map((match) => {
    const start = match.index + tag.length;
    return { start, end: start + from.length, text: to };
  });
}

/** The path in `@path`, in METADATA, and in the template that is filled in. */
function pathSplices(text: string, { operation, path, segments }: MovedRoute): readonly Splice[] {
  const old = colons(operation.path);
  const written = new RegExp(`${escaped(old)}(?=["'\`\\s])`, "g");
  const plain = [...text.matchAll(written)].map((match) => ({
    start: match.index,
    end: match.index + old.length,
    text: colons(path),
  }));
  return [...plain, ...templateSplices(text, segments)];
}

/** `/bbs/articles/${encodeURIComponent(props.articleId …)}`: the names between what is filled in. */
function templateSplices(text: string, segments: MovedRoute["segments"]): readonly Splice[] {
  if (!segments.some(([from]) => from.startsWith("{"))) return [];
  const parts = segments.map(([from]) => (from.startsWith("{") ? "/\\$\\{[^}]*\\}" : `/${escaped(from)}`));
  const template = new RegExp(`\`${parts.join("")}\``, "g");
  return [...text.matchAll(template)].flatMap((match) => {
    let at = match.index + 1;
    return segments.flatMap(([from, to]): readonly Splice[] => {
      const filled = /^\/\$\{[^}]*\}/.exec(text.slice(at))?.[0];
      const start = at + 1;
      at += from.startsWith("{") ? (filled?.length ?? 0) : from.length + 1;
      return from === to || from.startsWith("{") ? [] : [{ start, end: start + from.length, text: to }];
    });
  });
}

/** `assert.param("articleId")` */
function checkSplices(text: string, names: MovedRoute["parameters"]): readonly Splice[] {
  return [...text.matchAll(/assert\.param\("(\w+)"\)/g)].flatMap((match): readonly Splice[] => {
    const [, name = ""] = match;
    const to = names.get(name);
    const start = match.index + 'assert.param("'.length;
    return to === undefined ? [] : [{ start, end: start + name.length, text: to }];
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
