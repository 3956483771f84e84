import { ts } from "ts-morph";
import { parseTypescript } from "../../source/parse-typescript.js";
import type { Dto } from "../../spec/interface/interface-spec.js";
import type { Answer } from "../create/create-context.js";
import type { Known } from "../create/known.js";
import type { NewOperation } from "../create/new-model.js";
import { functionNamed, usedIn } from "./local-names.js";

/** The statements by which the same caller reads the row at the same address, to answer with what they find. */
export function readAgain(
  dto: Dto,
  { kind, actor, parameters }: Pick<NewOperation, "kind" | "actor" | "parameters">,
  known: Known,
): Answer | null {
  if (kind === "read" || kind === "list") return null;
  for (const each of known.api.operations.values()) {
    if (each.method !== "GET" || each.response !== dto.name || each.provider === null) continue;
    if (each.parameters.join() !== parameters.join()) continue;
    const file = known.backend.files.get(each.provider.path);
    const owner = file === undefined ? null : functionNamed(parseTypescript(file), each.provider.name);
    const body = owner?.body;
    if (body === undefined || (each.actor !== null && each.actor !== actor && names(body, each.actor)))
      continue;
    const statements = body.statements.filter((statement) => !takesApart(statement));
    const first = statements[0]?.getStart() ?? 0;
    const text = body.getSourceFile().text.slice(first, statements.at(-1)?.end ?? first);
    return { selecting: "", returning: () => text, value: null, transformers: [] };
  }
  return null;
}

function names(body: ts.Node, actor: string): boolean {
  return usedIn(body).has(actor) || body.getText().includes(`props.${actor}`);
}

/** `const { user, todoId } = props;` */
function takesApart(node: ts.Statement): boolean {
  return ts.isVariableStatement(node) && /=\s*props;?$/.test(node.getText());
}
