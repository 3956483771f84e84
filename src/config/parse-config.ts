import typia from "typia";
import { parse, YAMLParseError } from "yaml";
import { DEFAULT_CONFIG, type RepositoryConfig, type RepositoryConfigFile } from "./repository-config.js";

/** The effective config, or a list of what is wrong with the file, one sentence each. */
export type ParsedConfig =
  | { readonly ok: true; readonly config: RepositoryConfig }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the text of `.github/autobe.yml`; null where there is no such file. */
export function parseConfig(text: string | null): ParsedConfig {
  const written = readYaml(text ?? "");
  if (!written.ok) return written;
  const result = typia.validateEquals<RepositoryConfigFile>(written.value ?? {});
  if (!result.success) return { ok: false, problems: result.errors.map(say) };
  const { enabled = DEFAULT_CONFIG.enabled, limits = {}, verify = {}, model = {} } = result.data;
  const config = {
    enabled,
    limits: { ...DEFAULT_CONFIG.limits, ...limits },
    verify: { ...DEFAULT_CONFIG.verify, ...verify },
    model: { ...DEFAULT_CONFIG.model, ...model },
  };
  return { ok: true, config };
}

function readYaml(text: string): { ok: true; value: unknown } | { ok: false; problems: string[] } {
  try {
    return { ok: true, value: parse(text, { maxAliasCount: 10, logLevel: "error" }) };
  } catch (error) {
    // What does not parse, and what unfolds to more than anybody writes.
    if (!(error instanceof YAMLParseError || error instanceof ReferenceError)) throw error;
    return { ok: false, problems: [error.message.split("\n")[0] ?? error.message] };
  }
}

function say(error: { path: string; expected: string; value: unknown }): string {
  const place = error.path.replace(/^\$input\.?/, "") || "the file";
  if (error.expected === "undefined") return `${place}: there is no such setting`;
  const found = JSON.stringify(error.value) ?? "nothing";
  return `${place}: expected ${plain(error.expected)}, found ${found.slice(0, 80)}`;
}

/** "(number & Type<"uint32"> & Minimum<1>)" is for compilers; a person gets "a whole number from 1". */
function plain(expected: string): string {
  if (expected.includes("uint32")) return "a whole number from 1";
  if (expected.includes("boolean")) return "true or false";
  return expected.includes("__type") || expected.includes("RepositoryConfigFile") ? "settings" : expected;
}
