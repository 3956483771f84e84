import { expect, test } from "@jest/globals";
import type { PhasePorts } from "../../../src/phases/phase-ports.js";
import { writeOperations } from "../../../src/phases/realize/write-operations.js";
import { diagnostic } from "../../../src/verify/difference.js";
import { answeringPorts } from "../answering-ports.js";
import { CLOSE, COUNTED, COUNTED_BEHAVIOUR } from "./right-bodies.js";
import { stubBackend } from "./stub-backend.js";
import { STUB_BEHAVIOURS, STUB_LINES } from "./stubs.js";

const PATH = "src/providers/postBbsMemberArticlesArticleIdClose.ts";

/** Complains of a guard once all is compiled together. */
const compile: PhasePorts["compile"] = (head, paths) => {
  const isWrong = paths.length > 1 && head.files.get(PATH)?.text?.includes("403") === true;
  const problem = { code: "TS1", message: "Nobody may be refused.", path: PATH, line: 30 };
  return Promise.resolve(isWrong ? [diagnostic("types", problem, "new")] : []);
};

test("what does not compile together is written again, knowing why", async () => {
  const base = await stubBackend("bbs", STUB_LINES.bbs);
  const ports = answeringPorts([CLOSE, COUNTED, { edits: [{ kind: "remove", statement: "S2" }] }], compile);
  const said: string[] = [];
  const written = await writeOperations(base, [STUB_BEHAVIOURS.bbs, COUNTED_BEHAVIOUR], {
    ...ports,
    say: (text) => void said.push(text),
  });
  if (!written.ok) throw new Error(JSON.stringify(written.why));
  expect(said.at(-1)).toBe("round 1: 1 of 2 artefacts are broken");
  expect(ports.asked.at(-1)?.function.name).toBe("change_operation");
  expect(ports.asked.at(-1)?.messages.at(-1)?.text).toContain("(TS1) of line 30: Nobody may be refused.");
  const [close, comments] = written.value;
  expect(close?.edit.before).toContain("501");
  expect(close?.edit.after).not.toContain("403");
  expect(close?.edit.after).toContain("comment_policy");
  expect(comments?.edit.after).toContain("comments === 100");
});
