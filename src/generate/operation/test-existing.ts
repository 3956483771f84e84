import { readNaming } from "../create/conventions/naming.js";
import type { Creation } from "../create/create-context.js";
import type { Known } from "../create/known.js";
import { firstUnder } from "../create/modular/first-under.js";
import { isOfOne, type NewOperation } from "../create/new-model.js";
import { partsOf } from "../create/conventions/spelling.js";
import { printTest, type Tests } from "../create/test/print-tests.js";
import { CannotTest } from "../create/test/script.js";
import { readTestStyle } from "../create/test/test-style.js";
import { below } from "./describe-model.js";
import { testColumns } from "./test-columns.js";

/** The test of one more operation of a model that is there. */
export function printExistingTest(creation: Creation, operation: NewOperation): Tests {
  const { model, known } = creation;
  const style = readTestStyle(model, known, readNaming(known).prefix);
  const neighbour = firstUnder(known, "test/features/api/");
  if (style === null || neighbour === null)
    return { files: [], lacking: "the backend has no tests to follow" };
  const single = needsSeveral(operation) ? oneOfAKind(creation) : null;
  if (single !== null) return { files: [], lacking: single };
  const above = below(model, operation.parameters.slice(0, -1)) ?? model;
  // What stands below other rows than this one cannot be called with what the test has.
  const near = model.operations.filter((each) =>
    each.parameters.every((name) => operation.parameters.includes(name) || name === each.parameters.at(-1)),
  );
  const fitting = near.filter(
    (each) =>
      isOfOne(each) ||
      each.parameters.every((name) => operation.parameters.includes(name)) ||
      each.kind === "create",
  );
  const operations = [...fitting, operation];
  const seen = testColumns({ ...creation, model: { ...above, operations } }, operation);
  try {
    const name = testName(style.subject, operation, known);
    const test = printTest(seen, style, operation, neighbour, name);
    return { files: [test], lacking: null };
  } catch (error) {
    if (error instanceof CannotTest) return { files: [], lacking: error.message };
    throw error;
  }
}

/** Whether the test of an operation makes several rows below the same ones. */
function needsSeveral({ kind }: NewOperation): boolean {
  return kind === "list" || kind === "delete" || kind === "transition";
}

/** Why there are no two rows below the same ones; null where there may be. */
function oneOfAKind({ existing, model }: Creation): string | null {
  const keys = new Set(model.relations.map(({ column }) => column));
  const unique = existing?.model.attributes.find(
    ({ kind, fields }) => kind === "unique" && fields.length > 0 && fields.every((name) => keys.has(name)),
  );
  return unique === undefined ? null : `there is one row at most for the same ${unique.fields.join(" and ")}`;
}

/** A name that no other test has. */
export function testName(
  subject: string,
  { actor, controller }: Pick<NewOperation, "actor" | "controller">,
  { backend }: Pick<Known, "backend">,
): string {
  const method = partsOf(controller.methodName).join("_");
  const base = `test_api_${subject}_${method}`;
  const files = new Set([...backend.files.keys()].map((path) => path.slice(path.lastIndexOf("/") + 1)));
  const asked = `${base}_by_${actor ?? "anyone"}_as_asked`;
  const names = [base, `${base}_by_${actor ?? "anyone"}`, asked];
  for (let count = 2; count <= files.size + 2; count++) names.push(`${asked}_${count}`);
  return names.find((name) => !files.has(`${name}.ts`)) ?? base;
}
