import { ts } from "ts-morph";
import { applySplices, type Edit } from "../../../source/edit.js";
import { eolOf } from "../../../source/eol.js";
import { parseTypescript } from "../../../source/parse-typescript.js";
import { importHeader } from "../../create/code/import-header.js";
import type { Known } from "../../create/known.js";
import { firstUnder } from "../../create/modular/first-under.js";
import type { Forwarding } from "./forwarding.js";

const NAME = "test_api_moved_paths";

const PATH = `test/features/api/moved/${NAME}.ts`;

/** The test that old paths lead on; nothing where the backend has no tests to follow. */
export function forwardTest(all: readonly Forwarding[], known: Known): readonly Edit[] {
  const file = known.backend.files.get(PATH);
  const rows = all.map(({ method, from, to }) => `    ["${method}", "${filled(from)}", "${filled(to)}"],`);
  if (file === undefined) {
    const neighbour = firstUnder(known, "test/features/api/");
    const header = neighbour === null ? "" : importHeader(neighbour, PATH, {});
    if (!/\bTestValidator\b/.test(header) || !/import (\* as )?api\b/.test(header)) return [];
    const after = `${header}\n\n${print(rows)}`.replaceAll(/\r?\n/g, eolOf(neighbour?.text ?? ""));
    return [{ path: PATH, before: null, after }];
  }
  const before = file.text ?? "";
  const list = listIn(parseTypescript(file));
  const last = list?.elements.at(-1);
  if (last === undefined) return [];
  const eol = eolOf(before);
  const comma = /^\s*,/.exec(before.slice(last.end))?.[0].length ?? 0;
  const at = last.end + comma;
  const text = `${comma === 0 ? "," : ""}${eol}${rows.join(eol)}`;
  return [{ path: PATH, before, after: applySplices(before, [{ start: at, end: at, text }]) }];
}

/** A path with something for each of its parameters. */
function filled(path: string): string {
  let index = 0;
  return path.replace(/\{\w+\}/g, () => `some${++index}`);
}

function listIn(source: ts.SourceFile): ts.ArrayLiteralExpression | null {
  let found: ts.ArrayLiteralExpression | null = null;
  const visit = (node: ts.Node): void => {
    const list =
      ts.isVariableDeclaration(node) && node.name.getText() === "moved" ? node.initializer : undefined;
    if (list !== undefined && ts.isArrayLiteralExpression(list)) found = list;
    else if (found === null) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function print(rows: readonly string[]): string {
  return `/**
 * Paths at which operations were before say where they are now.
 */
export async function ${NAME}(
  connection: api.IConnection,
): Promise<void> {
  const moved: [method: string, from: string, to: string][] = [
${rows.join("\n")}
  ];
  for (const [method, from, to] of moved) {
    const answer = await fetch(\`\${connection.host}\${from}?page=2\`, {
      method,
      redirect: "manual",
    });
    TestValidator.equals(\`\${method} \${from} has moved\`, answer.status, 308);
    TestValidator.equals(
      \`\${method} \${from} leads on\`,
      answer.headers.get("location"),
      \`\${to}?page=2\`,
    );
  }
}
`;
}
