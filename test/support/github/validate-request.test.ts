import { describe, expect, it } from "@jest/globals";
import type { Exchange } from "../../../src/demo/emulator/exchange.js";
import { RequestValidator } from "./validate-request.js";

function exchange(method: string, address: string, json?: unknown): Exchange {
  const { pathname, searchParams } = new URL(address, "http://host");
  return { method, path: pathname, query: searchParams, headers: {}, raw: Buffer.alloc(0), json };
}

describe("checking requests against GitHub's description", () => {
  const validator = new RequestValidator();

  it("accepts what GitHub documents", () => {
    expect(validator.check(exchange("GET", "/repos/a/b/pulls?state=open&head=a:x"))).toEqual([]);
    expect(validator.check(exchange("GET", "/repos/a/b/git/ref/heads/autobe/1-x"))).toEqual([]);
    expect(validator.check(exchange("POST", "/repos/a/b/issues/1/comments", { body: "text" }))).toEqual([]);
    const tree = [{ path: "a", mode: "100644", type: "blob", sha: null }];
    expect(validator.check(exchange("POST", "/repos/a/b/git/trees", { tree }))).toEqual([]);
  });

  it("names an endpoint, a parameter, a body that GitHub does not know", () => {
    expect(validator.check(exchange("GET", "/repos/a/b/tarballs/main"))).toHaveLength(1);
    expect(validator.check(exchange("GET", "/repos/a/b/pulls?state=opened&branch=x"))).toHaveLength(2);
    expect(validator.check(exchange("POST", "/repos/a/b/issues/1/comments"))).toHaveLength(1);
    expect(validator.check(exchange("POST", "/repos/a/b/issues/1/comments", { text: "x" }))).toHaveLength(2);
    const annotations = Array.from({ length: 51 }, () => ({
      path: "a",
      start_line: 1,
      end_line: 1,
      annotation_level: "failure",
      message: "x",
    }));
    const check = { name: "x", head_sha: "y", output: { title: "t", summary: "s", annotations } };
    expect(validator.check(exchange("POST", "/repos/a/b/check-runs", check)).join()).toContain("50");
  });
});
