import { readFileSync } from "node:fs";

/** The version in the package's own manifest, which stands above the compiled code. */
export function version(): string {
  const text = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  const { version: number } = JSON.parse(text) as { version?: unknown };
  return typeof number === "string" ? number : "unknown";
}
