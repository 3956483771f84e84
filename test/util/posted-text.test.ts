import { describe, expect, it } from "@jest/globals";
import { POSTED_LIMIT, postedText } from "../../src/util/posted-text.js";

describe("text that leaves for GitHub", () => {
  it("calls nobody by name, and leaves code as it is", () => {
    expect(postedText("Hello @alice and @org/team, (@bob)")).toBe(
      "Hello @\u200balice and @\u200borg/team, (@\u200bbob)",
    );
    expect(postedText("mail a@b.example stays")).toBe("mail a@b.example stays");
    const code = "```ts\n@TypedRoute.Get()\n```\nand `@Body()` here";
    expect(postedText(code)).toBe(code);
    expect(postedText("````\n```\n@a\n```\n````\n@b")).toBe("````\n```\n@a\n```\n````\n@\u200bb");
    expect(postedText("`open @carol")).toBe("`open @\u200bcarol");
  });

  it("keeps tokens to itself", () => {
    const secrets = [
      `ghs_${"a".repeat(36)}`,
      `github_pat_${"A1".repeat(20)}`,
      `sk-${"x".repeat(40)}`,
      `Bearer ${"t".repeat(30)}`,
      "https://user:hunter2@example.com/x.git",
      "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
      `eyJhbGciOiJSUzI1NiJ9.${"p".repeat(20)}.${"s".repeat(20)}`,
    ];
    for (const secret of secrets) {
      const posted = postedText(`before ${secret} after`);
      expect(posted).toContain("[redacted]");
      expect(posted).toMatch(/^before .* after$/s);
      expect(posted).not.toContain("hunter2");
      expect(posted).not.toContain(secret);
    }
  });

  it("is no longer than GitHub takes, and closes the code it cuts", () => {
    const long = postedText("```sql\n" + "DROP TABLE x;\n".repeat(10_000));
    expect(long.length).toBeLessThanOrEqual(POSTED_LIMIT);
    expect(long).toMatch(/\n```\n\n… cut here/);
    expect(postedText("😀".repeat(200), 255)).toMatch(/^(😀)+…/u);
    expect(postedText("😀".repeat(200), 255).length).toBeLessThanOrEqual(255);
  });
});
