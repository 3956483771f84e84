import { describe, expect, it } from "@jest/globals";
import { decodeText } from "../../src/source/decode-text.js";
import { isReadable } from "../../src/source/readable.js";

describe("isReadable", () => {
  it("takes the layout, code, and what pins versions", () => {
    for (const path of [
      "src/providers/getArticles.ts",
      "prisma/schema/main.prisma",
      "docs/analysis/01-toc.md",
      "package-lock.json",
      "packages/api/package.json",
      "scripts/seed.mjs",
      ".github/autobe.yml",
    ])
      expect(isReadable(path)).toBe(true);
    for (const path of [
      "README.md",
      "logo.png",
      "node_modules/x/index.js",
      "a/node_modules/x/package.json",
      ".env",
    ])
      expect(isReadable(path)).toBe(false);
  });
});

describe("decodeText", () => {
  it("keeps every byte of UTF-8 and gives up on the rest", () => {
    expect(decodeText(Buffer.from("\ufeffaé\r\n"))).toBe("\ufeffaé\r\n");
    expect(decodeText(Buffer.from([0x61, 0xff]))).toBeNull();
    expect(decodeText(Buffer.from([0x61, 0]))).toBeNull();
  });
});
