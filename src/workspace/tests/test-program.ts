import typia from "typia";
import type { Backend } from "../../source/backend.js";
import type { Emitted } from "../compiler/emitted.js";
import { notRun, type NotRun } from "./test-run.js";

/** The test program as the repository's script names it, without what builds it. */
export interface TestProgram {
  readonly kind: "program";
  /** Relative to the tree. */
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

interface Scripts {
  readonly scripts?: Readonly<Record<string, string>>;
}

/** What builds is done before, by tools of ours. */
const BUILDS =
  /^(rimraf|tsc|tspc|ttsc|ts-patch|nestia|prisma|npx (tsc|tspc|prisma|nestia)|(npm|pnpm|yarn)( run)? (build|prepare|prisma)\S*)\b/;
const RUNNERS = new Set(["node", "ts-node", "tsx"]);

/** Reads `scripts.test`; hooks such as `pretest` and `prepare` are never run. */
export function testProgram(backend: Backend, emitted: Emitted): TestProgram | NotRun {
  const scripts = readScripts(backend);
  const script = scripts["test"];
  if (script === undefined)
    return notRun(
      "package.json has no script `test`",
      'Name the test program there: "test": "node bin/test"',
    );
  const steps = stepsOf(script, scripts).filter((step) => !BUILDS.test(step));
  const [step, ...more] = steps;
  if (step === undefined || more.length > 0) return notStarted(script);
  const { environment, words } = withoutValues(step.split(/\s+/));
  const [runner = "", ...rest] = words;
  if (!RUNNERS.has(runner)) return notStarted(script);
  const at = rest.findIndex((word) => !word.startsWith("-"));
  const file = builtFile(rest[at] ?? "", backend, emitted);
  if (file === null)
    return notRun(
      `the script \`test\` starts ${rest[at] ?? "nothing"}, which the build does not make`,
      "Give the test program a tsconfig of its own in test/tsconfig.json whose outDir the script names",
    );
  return { kind: "program", file, args: [...rest.slice(at + 1), ...asked(backend)], environment };
}

function readScripts(backend: Backend): Readonly<Record<string, string>> {
  try {
    return typia.json.isParse<Scripts>(backend.files.get("package.json")?.text ?? "{}")?.scripts ?? {};
  } catch {
    return {};
  }
}

/** A script that only calls another one stands for that one. */
function stepsOf(script: string, scripts: Readonly<Record<string, string>>): readonly string[] {
  return script
    .split("&&")
    .map((step) => step.trim())
    .flatMap((step) => {
      const called = /^(?:npm|pnpm|yarn) run ([\w:-]+)$/.exec(step)?.[1] ?? "";
      const own = BUILDS.test(step) ? undefined : scripts[called];
      return own === undefined ? [step] : own.split("&&").map((each) => each.trim());
    });
}

function withoutValues(words: readonly string[]): {
  readonly environment: Readonly<Record<string, string>>;
  readonly words: readonly string[];
} {
  const rest = words[0] === "cross-env" || words[0] === "npx" ? words.slice(1) : [...words];
  const environment: Record<string, string> = {};
  for (let word = rest[0]; word !== undefined && /^\w+=/.test(word); word = rest[0]) {
    environment[word.slice(0, word.indexOf("="))] = word.slice(word.indexOf("=") + 1);
    rest.shift();
  }
  return { environment, words: rest };
}

function builtFile(named: string, backend: Backend, { files }: Emitted): string | null {
  const name = named.replace(/^\.\//, "").replace(/\/$/, "");
  const source = files.find(({ source, path }) => source === name && path.endsWith(".js"));
  const candidates = [source?.path ?? name, `${name}.js`, `${name}/index.js`];
  const built = new Set([...files.map(({ path }) => path), ...backend.files.keys()]);
  return candidates.find((path) => built.has(path) && /\.[cm]?js$/.test(path)) ?? null;
}

/** A test program of the generator's asks a person about these two, unless they are given. */
function asked(backend: Backend): readonly string[] {
  const asks = [...backend.files.values()].some(
    ({ path, text }) => path.startsWith("test/") && (text?.includes("--reset <true|false>") ?? false),
  );
  return asks ? ["--reset", "true", "--simultaneous", "1"] : [];
}

function notStarted(script: string): NotRun {
  return notRun(
    `the script \`test\` is "${script.slice(0, 120)}", which is not one program of Node.js`,
    'Let it start the built test program: "test": "node bin/test"',
  );
}
