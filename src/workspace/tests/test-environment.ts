import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import type { Backend } from "../../source/backend.js";
import { notRun, type NotRun } from "./test-run.js";

export interface TestEnvironment {
  readonly kind: "environment";
  readonly values: Readonly<Record<string, string>>;
}

const GLOBAL = "src/MyGlobal.ts";

/**
 * Values for what a backend declares to want from its environment: a free port for a port, a random text for a secret;
 * the rest must have a default in its code or be given. Nothing of our own environment is among them.
 */
export async function testEnvironment(
  backend: Backend,
  given: Readonly<Record<string, string>>,
): Promise<TestEnvironment | NotRun> {
  const text = backend.files.get(GLOBAL)?.text ?? "";
  const values: Record<string, string> = {};
  const missing: string[] = [];
  for (const { name, optional } of declared(text)) {
    if (given[name] !== undefined) continue;
    if (/PORT$/.test(name) && !/(POSTGRES|DATABASE|DB)/.test(name)) values[name] = String(await freePort());
    else if (/(SECRET|KEY|SALT)/.test(name)) values[name] = randomBytes(24).toString("hex");
    else if (!optional && !hasDefault(text, name)) missing.push(name);
  }
  if (missing.length > 0)
    return notRun(
      `the backend wants ${missing.join(", ")} from its environment`,
      `Write values for tests below "verify.environment" in .github/autobe.yml`,
    );
  return { kind: "environment", values: { ...values, ...given } };
}

/** The members of `IEnvironments`, where the layout declares them. */
function declared(text: string): readonly { readonly name: string; readonly optional: boolean }[] {
  const body = /interface IEnvironments\s*\{\r?\n([\s\S]*?)\r?\n\s*\}/.exec(text)?.[1] ?? "";
  return [...body.matchAll(/^\s*([A-Z]\w*)(\?)?\s*:/gm)].map(([, name = "", sign]) => ({
    name,
    optional: sign !== undefined,
  }));
}

/** Whether the code says more of it than its type. */
function hasDefault(text: string, name: string): boolean {
  return [...text.matchAll(new RegExp(`\\b${name}\\b\\??\\s*:`, "g"))].length > 1;
}

/** In a network of its own any port would do; without one it must be free on this machine. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 37_001));
    });
  });
}
