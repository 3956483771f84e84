import type { ILlmSchema } from "@typia/interface";
import { LlmTypeChecker } from "@typia/utils";
import { alternativesOf } from "../schema/resolve-schema.js";
import { parentPath, ROOT } from "../schema/path.js";
import { schemaAt } from "../schema/schema-at.js";
import type { FunctionSchema } from "../port.js";
import { type Finding, keyOf } from "./finding.js";

/**
 * How the next answer is asked for: the whole again, with errors in their places; or a part alone, chosen from few
 * values. A model that makes a mistake again does not get the same question again.
 */
export type Strategy =
  | { readonly kind: "whole" }
  | { readonly kind: "part"; readonly path: string; readonly function: FunctionSchema };

/** A mistake made so often is asked for alone. */
const ALONE = 2;
/** A mistake made so often is made for good. */
const HOPELESS = 6;

/** Counts mistakes, and says how to go on; null once the same one was made whatever was tried. */
export class StrategyChooser {
  private readonly seen = new Map<string, number>();

  public next(value: unknown, findings: readonly Finding[], whole: FunctionSchema): Strategy | null {
    for (const finding of findings) this.seen.set(keyOf(finding), this.times(finding) + 1);
    const repeated = findings.filter((finding) => this.times(finding) >= ALONE || isUnreadPart(finding));
    if (repeated.some((finding) => this.times(finding) >= HOPELESS)) return null;
    const [worst] = [...repeated].sort((a, b) => this.times(b) - this.times(a));
    return (worst === undefined ? null : partOf(worst, value, whole)) ?? { kind: "whole" };
  }

  private times(finding: Finding): number {
    return this.seen.get(keyOf(finding)) ?? 0;
  }
}

/** What was asked for alone and could not be read is asked for alone again. */
function isUnreadPart({ by, path }: Finding): boolean {
  return by === "reading" && path !== ROOT;
}

/** The smallest part that holds the mistake, as a function of its own; null where that is the whole. */
function partOf(finding: Finding, value: unknown, whole: FunctionSchema): Strategy | null {
  const path = finding.expected === "nothing" ? parentPath(finding.path) : finding.path;
  const schema = path === ROOT ? undefined : schemaAt(whole.parameters, path, value);
  if (schema === undefined) return null;
  const parameters: ILlmSchema.IParameters = {
    type: "object",
    properties: { value: chosenFrom(finding, schema, whole.parameters) },
    required: ["value"],
    additionalProperties: false,
    $defs: whole.parameters.$defs,
  };
  return { kind: "part", path, function: { ...whole, parameters } };
}

/** Where right values are known and are texts, nothing else can be said. */
function chosenFrom(finding: Finding, schema: ILlmSchema, { $defs }: ILlmSchema.IParameters): ILlmSchema {
  const texts = finding.candidates.filter((each) => typeof each === "string");
  const isText = alternativesOf(schema, $defs).every((each) => LlmTypeChecker.isString(each));
  return texts.length > 0 && isText ? { type: "string", enum: texts } : schema;
}
