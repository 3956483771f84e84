import type { FeatureNames, MovedRoute, Symbol } from "../../../generate/rename/feature/feature-names.js";
import type { Backend } from "../../../source/backend.js";
import { classify } from "../../../source/layout.js";
import type { InterfaceSpec } from "../../../spec/interface/interface-spec.js";
import { nameMap, type Rename } from "../../../spec/renames.js";
import { respellChunks, respellFolders } from "./chunks.js";
import type { MemberNames } from "./member-names.js";
import type { Route } from "./routes.js";
import { testNames } from "./test-names.js";

/** Every artefact that is named after what gets another name, with the file that is named after it. */
export function codeNames(
  backend: Backend,
  api: InterfaceSpec,
  members: MemberNames,
  routes: readonly Route[],
): FeatureNames {
  const symbols = new Map<string, Symbol>();
  const files = new Map<string, string>();
  const add = (path: string, from: string, to: string, folder?: string): void => {
    if (from === to) return void move(path, folder);
    symbols.set(`${path} ${from}`, { path, from, to });
    const [, own = "", file = ""] = /^(.*\/)([^/]+)\.ts$/.exec(path) ?? [];
    if (file === from) files.set(path, `${folder ?? own}${to}.ts`);
    else move(path, folder);
  };
  const move = (path: string, folder?: string): void => {
    if (folder !== undefined && !files.has(path))
      files.set(path, `${folder}${path.slice(path.lastIndexOf("/") + 1)}`);
  };
  addDtos(api, members, add);
  addMappers(backend, members, add);
  for (const route of routes) addRoute(route, add);
  const spaces = new Map<string, readonly [string, string]>();
  for (const route of routes) addSpaces(backend, route, files, spaces);
  for (const [path, to] of files) if (path === to) files.delete(path);
  const tests = testNames(backend, members, [...symbols.values()], spaces);
  for (const each of tests.symbols) symbols.set(`${each.path} ${each.from}`, each);
  for (const [from, to] of tests.files) files.set(from, to);
  const given = members.models.map(({ from, to }): Rename => ({ from: camel(from), to: camel(to) }));
  return { symbols: [...symbols.values()], routes, files, given, spaces };
}

type Add = (path: string, from: string, to: string, folder?: string) => void;

function addDtos(api: InterfaceSpec, { dtos }: MemberNames, add: Add): void {
  for (const { from, to } of dtos) {
    const path = api.dtos.get(from)?.path;
    // A namespace may stand without a type of its name beside it.
    if (path !== undefined) add(path, from.split(".")[0] ?? from, to.split(".")[0] ?? to);
  }
}

const MAPPER = /^(.+?)((?:At[A-Z]\w*)?(?:Collector|Transformer))$/;

/** Collectors and transformers, which are named after DTOs. */
function addMappers(backend: Backend, { dtos }: MemberNames, add: Add): void {
  const stems = nameMap(dtos.map(({ from, to }) => ({ from: stemOf(from), to: stemOf(to) })));
  for (const path of backend.files.keys()) {
    if (!["collector", "transformer"].includes(classify(path))) continue;
    const name = path.replace(/^.*\//, "").replace(/\.ts$/, "");
    const [, stem = "", rest = ""] = MAPPER.exec(name) ?? [];
    const to = stems.get(stem);
    if (to !== undefined) add(path, name, to + rest);
  }
}

function stemOf(dto: string): string {
  return (dto.split(".")[0] ?? dto).replace(/^I(?=[A-Z])/, "");
}

function addRoute({ operation, segments }: Route, add: Add): void {
  const { provider, controller, method } = operation;
  if (provider !== null) {
    const to = respellChunks(provider.name, method.toLowerCase(), segments);
    if (to !== null) add(provider.path, provider.name, to);
  }
  const literal = segments.filter(([from]) => !from.startsWith("{"));
  const className = respellChunks(controller.className, "", literal) ?? controller.className;
  const [, root = "", below = ""] = /^(src\/controllers\/)?(.*\/)?[^/]+$/.exec(controller.path) ?? [];
  const folders = below.split("/").filter((each) => each !== "");
  const now = root === "" ? folders : respellFolders(folders, literal);
  add(controller.path, controller.className, className, `${root}${now.map((each) => `${each}/`).join("")}`);
}

const SDK = "src/api/functional/";

/** Folders of the SDK above an operation, each with what lies in it. */
function addSpaces(
  backend: Backend,
  { operation, segments }: Route,
  files: Map<string, string>,
  spaces: Map<string, readonly [string, string]>,
): void {
  const folders = operation.accessor?.slice(0, -1) ?? [];
  const now = respellFolders(
    folders,
    segments.filter(([from]) => !from.startsWith("{")),
  );
  folders.forEach((folder, index) => {
    const [before, after] = [folders, now].map(
      (all) => `${SDK}${all.slice(0, index + 1).join("/")}/index.ts`,
    );
    if (before === undefined || after === undefined || !backend.files.has(before)) return;
    if (before !== after) files.set(before, after);
    const name = now[index] ?? folder;
    if (name !== folder) spaces.set(before, [folder, name]);
  });
}

function camel(name: string): string {
  return name.replace(/_+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export type { MovedRoute };
