import type { Edit } from "../../source/edit.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { spliceFiles } from "../../source/splice-files.js";
import type { Model } from "../../spec/database/database-spec.js";
import { callWith } from "../computed/below-own.js";
import { behind, free, testsOf } from "../computed/computed-in-tests.js";
import { TestCalls, testIn } from "../computed/test-calls.js";
import { readCodeStyle } from "../create/code/code-style.js";
import { partsOf } from "../create/conventions/spelling.js";
import type { Known } from "../create/known.js";

/** What a test of a relation to many rows has to know. */
export interface ManyTested {
  readonly model: Model;
  readonly target: Model;
  /** What shows the rows, and what takes their ids when one is made and when it is altered. */
  readonly shown: string;
  readonly created: string;
  readonly updated: string | null;
}

/** At the end of a test that makes rows of both models: ties one to another, and frees it again. */
export function manyInTests(tested: ManyTested, known: Known): readonly Edit[] {
  const calls = new TestCalls(known);
  const { api, backend } = known;
  const { width } = readCodeStyle(known);
  const { model, target, shown, created } = tested;
  const title = partsOf(shown).join(" ");
  for (const file of testsOf({ model }, known)) {
    const body = testIn(parseTypescript(file))?.body;
    const last = body?.statements.at(-1);
    if (body === undefined || last === undefined) continue;
    if (calls.in(body).some(({ operation }) => operation.method === "DELETE")) continue;
    const kept = body.statements.flatMap((each) => {
      const call = calls.kept(each);
      return call === null || call.operation.method !== "POST" ? [] : [{ ...call, statement: each }];
    });
    const others = kept.filter(({ operation }) => {
      const dto = api.dtos.get(operation.response ?? "");
      return dto?.model === target.name && dto.properties.some(({ name }) => name === "id");
    });
    for (const row of kept) {
      const { operation, call, statement } = row;
      const answer = api.dtos.get(operation.response ?? "");
      const shows = answer?.model === model.name && answer.properties.some(({ name }) => name === shown);
      const other =
        others.find((each) => each.call !== call && sameCaller(each, row)) ??
        others.find((each) => each.call !== call);
      if (!shows || other === undefined || !/\.ICreate$/.test(operation.body ?? "")) continue;
      const made = callWith(statement, created, `[${other.variable}.id]`, model);
      if (made === null) continue;
      const tied = free(["tied", "another"], body);
      const check = `TestValidator.equals("${title}", ${tied}.${shown}.map((each) => each.id), [${other.variable}.id]);`;
      const lines = [`const ${tied} = ${made};`, check, ...freed(tested, row, tied, body, known)];
      const splice = behind({ path: file.path, body, statement: last, variable: "", lines }, width);
      return spliceFiles(backend, [{ path: file.path, ...splice }]);
    }
  }
  return [];
}

type Kept = NonNullable<ReturnType<TestCalls["kept"]>>;

/** Whether two rows are made by the same caller: what one may see, so may the other. */
function sameCaller(one: Kept, other: Kept): boolean {
  return one.call.arguments[0]?.getText() === other.call.arguments[0]?.getText();
}

/** An update that takes all of them away, where the maker of a row may do that by its id alone. */
function freed(
  { shown, updated }: ManyTested,
  { operation, call }: Kept,
  tied: string,
  body: Parameters<typeof free>[1],
  { api }: Known,
): readonly string[] {
  const update = [...api.operations.values()].find(
    ({ method, response, parameters, actor, accessor, body: sent }) =>
      method === "PUT" &&
      response === operation.response &&
      parameters.length === 1 &&
      actor === operation.actor &&
      accessor !== null &&
      sent === operation.body?.replace(/\.ICreate$/, ".IUpdate"),
  );
  if (update === undefined || updated === null) return [];
  const name = free(["freed", "emptied"], body);
  const given = `{ ${update.parameters[0]}: ${tied}.id, body: { ${updated}: [] } }`;
  return [
    `const ${name} = await api.functional.${update.accessor?.join(".")}(${call.arguments[0]?.getText()}, ${given});`,
    `TestValidator.equals("no ${partsOf(shown).join(" ")}", ${name}.${shown}.length, 0);`,
  ];
}
