import { expect, test } from "@jest/globals";
import { makeBackend } from "../../src/source/make-backend.js";
import { importResolver } from "../../src/source/resolve-import.js";

const backend = makeBackend("test", [
  [
    "tsconfig.json",
    `{ // comments are allowed
      "compilerOptions": { "paths": {
        "@api/lib/*": ["./src/api/*"],
        "@api": ["./src/api"],
        "@api/lib/old/*": ["./nowhere/*", "./src/legacy/*"],
      }, },
    }`,
  ],
  ["test/tsconfig.json", `{ "extends": "../tsconfig.json" }`],
  ["packages/tsconfig.json", `{ "compilerOptions": { "baseUrl": "./lib" } }`],
  ["src/api/index.ts", ""],
  ["src/api/structures/IX.ts", ""],
  ["src/legacy/a.ts", ""],
  ["src/esm.ts", ""],
  ["packages/lib/deep/b.ts", ""],
]);
const resolve = importResolver(backend);

test("relative specifiers, with and without an extension, and folders", () => {
  expect(resolve("src/legacy/a.ts", "../api/structures/IX")).toBe("src/api/structures/IX.ts");
  expect(resolve("src/legacy/a.ts", "../esm.js")).toBe("src/esm.ts");
  expect(resolve("src/legacy/a.ts", "../api")).toBe("src/api/index.ts");
  expect(resolve("src/legacy/a.ts", "./absent")).toBeNull();
});

test("aliases of the nearest tsconfig, inherited ones too; the longest prefix wins", () => {
  expect(resolve("test/features/a.ts", "@api/lib/structures/IX")).toBe("src/api/structures/IX.ts");
  expect(resolve("src/esm.ts", "@api")).toBe("src/api/index.ts");
  expect(resolve("src/esm.ts", "@api/lib/old/a")).toBe("src/legacy/a.ts");
  expect(resolve("src/esm.ts", "@api/other")).toBeNull();
});

test("a base folder", () => {
  expect(resolve("packages/x.ts", "deep/b")).toBe("packages/lib/deep/b.ts");
  expect(resolve("packages/x.ts", "@api")).toBeNull();
});
