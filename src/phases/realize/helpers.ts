import { ts } from "ts-morph";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { type WrittenFunction, writtenFunctions } from "../../spec/body/written-functions.js";
import { signatureOf } from "../signature.js";
import { isShared } from "./importable-names.js";

/** A collector, a transformer or another helper: how it is called, and which rows it is about. */
export interface Helper {
  readonly kind: "collector" | "transformer" | "other";
  readonly name: string;
  /** Null where it is about no rows. */
  readonly model: string | null;
  readonly signatures: readonly string[];
}

/** What code of operations may call that the backend has. */
export function helpersOf(backend: Backend): readonly Helper[] {
  return [...backend.files.values()].flatMap((file): readonly Helper[] => {
    if (!isShared(file.path) || file.text === null) return [];
    const artefact = classify(file.path);
    const kind = artefact === "collector" || artefact === "transformer" ? artefact : "other";
    const functions = writtenFunctions(parseTypescript(file).statements).filter(({ node }) =>
      isExported(node),
    );
    const names = new Set(functions.map(({ name }) => name.split(".")[0] ?? ""));
    const model =
      /\bPrisma\.(\w+?)(?:(?:Unchecked)?Create(?:Without\w+)?Input|FindManyArgs|GetPayload)\b/.exec(
        file.text,
      );
    return [...names].map((name) => ({
      kind,
      name,
      model: model?.[1] ?? null,
      signatures: functions.flatMap((each) =>
        each.name.split(".")[0] === name && !isSelect(each) ? [`${each.name}${signatureOf(each.node)}`] : [],
      ),
    }));
  });
}

/** What a transformer selects goes without saying: trees name the transformer alone. */
function isSelect({ name }: WrittenFunction): boolean {
  return name.endsWith("Transformer.select");
}

function isExported(node: ts.Node): boolean {
  const own = ts.isArrowFunction(node) ? node.parent.parent.parent : node;
  return (
    ts.canHaveModifiers(own) &&
    ts.getModifiers(own)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  );
}
