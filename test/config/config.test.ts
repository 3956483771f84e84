import { afterEach, describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { configSchema } from "../../src/config/config-schema.js";
import { readEnvironment } from "../../src/config/environment.js";
import { parseConfig } from "../../src/config/parse-config.js";
import { DEFAULT_CONFIG } from "../../src/config/repository-config.js";
import { TempFolders } from "../helpers/temp-repository.js";

const temp = new TempFolders();
afterEach(() => temp.removeAll());

const KEY = "-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n";

const VERIFY = [
  "verify: {run: true, isolation: required, minutes: 5, environment: {A: b}}",
  "verify: {run: yes please}",
  "verify: {isolation: never}",
  "verify: {environment: {A: 1}}",
  "verify: {minutes: 90}",
];

describe("parseConfig", () => {
  it("fills in what is left out", () => {
    for (const text of [null, "", "# nothing yet\n", "{}"])
      expect(parseConfig(text)).toEqual({ ok: true, config: DEFAULT_CONFIG });
    expect(parseConfig("enabled: false\nlimits:\n  files: 20\n")).toEqual({
      ok: true,
      config: { ...DEFAULT_CONFIG, enabled: false, limits: { ...DEFAULT_CONFIG.limits, files: 20 } },
    });
    expect(parseConfig("verify: {run: true, environment: {SMTP_HOST: localhost}}")).toEqual({
      ok: true,
      config: {
        ...DEFAULT_CONFIG,
        verify: { run: true, isolation: "preferred", minutes: 10, environment: { SMTP_HOST: "localhost" } },
      },
    });
  });

  it("says what is wrong, and where", () => {
    expect(parseConfig("enabled: maybe\nlimits: {files: -1}\nmodel: gpt")).toEqual({
      ok: false,
      problems: [
        'enabled: expected true or false, found "maybe"',
        "limits.files: expected a whole number from 1, found -1",
        'model: expected settings, found "gpt"',
      ],
    });
    expect(parseConfig("- a")).toEqual({
      ok: false,
      problems: ['the file: expected settings, found ["a"]'],
    });
    expect(parseConfig("a: [")).toMatchObject({ ok: false, problems: [expect.stringContaining("line 1")] });
  });

  it("publishes the schema that it validates by", () => {
    const published: unknown = JSON.parse(readFileSync("src/config/autobe.schema.json", "utf8"));
    expect(published).toEqual(configSchema());
    const check = new Ajv2020({ strict: false }).compile(configSchema());
    for (const text of [
      "{}",
      "enabled: 1",
      "limits: {lines: 1.5}",
      "limits: {files: 3}",
      "other: 1",
      ...VERIFY,
    ])
      expect([text, check(parse(text))]).toEqual([text, parseConfig(text).ok]);
  });
});

describe("readEnvironment", () => {
  it("has a default for everything", () => {
    expect(readEnvironment({ AUTOBE_HOME: "/h", PORT: "" })).toEqual({
      folders: { cache: join("/h", "cache"), state: join("/h", "state") },
      databaseUrl: null,
      host: "localhost",
      port: 3000,
      logLevel: "info",
      cacheLimit: 10 * 1024 ** 3,
      apiUrl: "https://api.github.com",
      personToken: null,
      app: null,
      model: null,
      embeddings: null,
    });
    expect(readEnvironment({ XDG_CACHE_HOME: "/c" }).folders.cache).toBe(join("/c", "autobe-bot"));
  });

  it("reads the app's credentials in every form they come in", () => {
    const folder = temp.folder({ "key.pem": KEY });
    const forms = [
      { PRIVATE_KEY: KEY },
      { PRIVATE_KEY: KEY.replaceAll("\n", "\\n") },
      { PRIVATE_KEY: Buffer.from(KEY).toString("base64") },
      { PRIVATE_KEY_PATH: join(folder, "key.pem") },
    ];
    for (const form of forms) {
      const { app } = readEnvironment({ APP_ID: "7", WEBHOOK_SECRET: "s", ...form });
      expect(app?.privateKey.trim()).toBe(KEY.trim());
      expect(app?.appId).toBe(7);
    }
  });

  it("reads which language model there is, and never from anywhere else", () => {
    const url = "http://localhost:1234/v1/";
    expect(readEnvironment({ AUTOBE_MODEL: "qwen", AUTOBE_MODEL_URL: url }).model).toEqual({
      url: "http://localhost:1234/v1",
      name: "qwen",
      key: null,
      system: true,
      monthTokens: null,
    });
    const more = { AUTOBE_MODEL_KEY: "k", AUTOBE_MODEL_SYSTEM: "off", AUTOBE_MODEL_MONTH_TOKENS: "5000000" };
    expect(readEnvironment({ AUTOBE_MODEL: "qwen", AUTOBE_MODEL_URL: url, ...more }).model).toMatchObject({
      key: "k",
      system: false,
      monthTokens: 5_000_000,
    });
    expect(parseConfig("model: {url: https://elsewhere}")).toEqual({
      ok: false,
      problems: ["model.url: there is no such setting"],
    });
  });

  it("reads which endpoint makes vectors", () => {
    const endpoint = { AUTOBE_EMBEDDINGS_URL: "http://localhost:1234/v1/", AUTOBE_EMBEDDINGS_MODEL: "tiny" };
    expect(readEnvironment({ ...endpoint, AUTOBE_EMBEDDINGS_KEY: "k" }).embeddings).toEqual({
      url: "http://localhost:1234/v1",
      name: "tiny",
      key: "k",
    });
    expect(() => readEnvironment({ AUTOBE_EMBEDDINGS_MODEL: "tiny" })).toThrow(
      "AUTOBE_EMBEDDINGS_URL: is not set",
    );
  });

  it("names the variable that is wrong, and never prints a key", () => {
    const wrong: [Record<string, string>, string][] = [
      [{ PORT: "http" }, 'PORT: "http" is not a number from 1 to 65535'],
      [{ LOG_LEVEL: "loud" }, 'LOG_LEVEL: "loud" is not a level'],
      [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL: is not the address of a Postgres server"],
      [{ AUTOBE_MODEL: "qwen" }, "AUTOBE_MODEL_URL: is not set"],
      [{ AUTOBE_MODEL_URL: "http://x" }, "AUTOBE_MODEL: is not set"],
      [{ AUTOBE_MODEL: "q", AUTOBE_MODEL_URL: "x" }, "AUTOBE_MODEL_URL: is not an address"],
      [{ AUTOBE_MODEL: "q", AUTOBE_MODEL_URL: "http://u:p@x" }, "AUTOBE_MODEL_URL: has credentials in it"],
      [{ APP_ID: "1" }, "PRIVATE_KEY: is not set"],
      [{ APP_ID: "1", PRIVATE_KEY: KEY }, "WEBHOOK_SECRET: is not set"],
      [{ APP_ID: "1", PRIVATE_KEY: "c2VjcmV0" }, "PRIVATE_KEY: holds no private key in PEM form"],
      [{ APP_ID: "1", PRIVATE_KEY_PATH: "/none" }, "/none: the app's key cannot be read"],
    ];
    for (const [variables, message] of wrong) expect(() => readEnvironment(variables)).toThrow(message);
  });
});
