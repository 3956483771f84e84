import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { writtenFunctions } from "../../spec/body/written-functions.js";

/** Longer examples are not read. */
const CHARACTERS = 3_000;

/** The code of the test that is most like a new one: from its folder, and calling what it may have to call. */
export function likeTest(backend: Backend, folder: string, accessors: readonly string[]): string | null {
  const found = [...backend.files.values()].flatMap((file) => {
    if (classify(file.path) !== "test" || file.text === null) return [];
    const code = writtenFunctions(parseTypescript(file).statements)[0]?.node.getText() ?? "";
    if (code === "" || code.length > CHARACTERS) return [];
    const plain = code.replace(/\s+/g, "");
    const calls = accessors.slice(0, 8).filter((each) => plain.includes(`api.functional.${each}(`)).length;
    const says = /httpError|\.error\(/.test(plain) ? 1 : 0;
    return [{ code, rank: (file.path.startsWith(folder) ? 2 : 0) + calls + says }];
  });
  return found.sort((a, b) => b.rank - a.rank)[0]?.code ?? null;
}
