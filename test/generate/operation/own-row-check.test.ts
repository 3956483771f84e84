import { describe, expect, test } from "@jest/globals";
import { ts } from "ts-morph";
import { retell } from "../../../src/generate/operation/retell.js";
import { applySplices } from "../../../src/source/edit.js";
import { createSource } from "../../../src/source/parse-typescript.js";

/** What a function is told for another caller, its blanks squeezed; where it cannot be, the line. */
function retold(body: string): string {
  const text = `import { ClerkPayload } from "../decorators/payload/ClerkPayload";
export async function getOrders(props: {
  clerk: ClerkPayload;
}): Promise<number> {
${body}
}
`;
  const source = createSource("src/providers/getOrders.ts", text);
  const owner = source.statements.find(ts.isFunctionDeclaration);
  if (owner === undefined) throw new Error("no function");
  const found = retell(owner, "clerk", "keeper");
  return found.ok ? applySplices(text, found.splices).replace(/\s+/g, " ") : found.text;
}

describe("a look at the caller's own row", () => {
  const LOOK = "const row = await MyGlobal.prisma.clerks.findUnique({ where: { id: props.clerk.id } });";

  test("goes where it only refuses him", () => {
    const body = `  // Is he there?\n  ${LOOK}\n  if (row === null) throw new HttpException("gone", 403);\n  return 1;`;
    expect(retold(body)).toContain("}): Promise<number> { return 1; }");
    const bare =
      "  await MyGlobal.prisma.clerks.findFirstOrThrow({\n    where: { id: props.clerk.id, deleted_at: null },\n  });\n  return 1;";
    expect(retold(bare)).toContain("}): Promise<number> { return 1; }");
  });

  test("stays where its row is used", () => {
    const body = `  ${LOOK}\n  if (row === null) throw new HttpException("gone", 403);\n  return row.level;`;
    expect(retold(body)).toBe(LOOK);
  });

  test("stays where it is not refused at once", () => {
    expect(retold(`  ${LOOK}\n  return row === null ? 0 : 1;`)).toBe(LOOK);
  });
});
