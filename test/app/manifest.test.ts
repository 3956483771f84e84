import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { neededPermissions } from "../../src/host/github/endpoints.js";
import { EVENTS } from "../../src/index.js";

describe("app.yml", () => {
  const manifest = parse(readFileSync("app.yml", "utf8")) as {
    default_events: string[];
    default_permissions: Record<string, string>;
  };

  it("asks for exactly the permissions that the endpoints need", () => {
    expect(manifest.default_permissions).toEqual(neededPermissions());
  });

  it("subscribes to exactly the events that have a handler", () => {
    const events = new Set(EVENTS.map((event) => event.split(".")[0]));
    expect(manifest.default_events.sort()).toEqual([...events].sort());
  });
});
