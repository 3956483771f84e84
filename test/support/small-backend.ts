import type { Backend } from "../../src/source/backend.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { fixtureBackend, type FixtureName } from "./fixture-backend.js";

/** Files that decide what is installed and how it is compiled. */
const FRAME = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "test/tsconfig.json",
  "prisma/schema/main.prisma",
];

/** A backend of a few files on the installation of a fixture, so that its checks are real and quick. */
export function smallBackend(fixture: FixtureName, files: Readonly<Record<string, string>>): Backend {
  const { files: all } = fixtureBackend(fixture);
  const frame = FRAME.flatMap((path): (readonly [string, string])[] => {
    const text = all.get(path)?.text ?? null;
    return text === null ? [] : [[path, text]];
  });
  return makeBackend("small", new Map([...frame, ...Object.entries(files)]));
}
