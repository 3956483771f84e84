import { WorldError } from "../errors/world-error.js";
import { type EndpointSettings, readEndpoint } from "./endpoint-settings.js";
import { readFolders, setting, type Folders } from "./folders.js";
import { type ModelSettings, readModelSettings } from "./model-settings.js";
import { readPrivateKey } from "./private-key.js";

/** What the environment says. Nothing else in the project reads it. */
export interface Environment {
  readonly folders: Folders;
  /** A Postgres server for the store; null means the embedded one. */
  readonly databaseUrl: string | null;
  /** Address and port of the web server. */
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Bytes that the caches may take together. */
  readonly cacheLimit: number;
  /** GitHub's REST API; another one for GitHub Enterprise. */
  readonly apiUrl: string;
  /** Null as long as no app is set up. */
  readonly app: AppCredentials | null;
  /** A person's token, for trying the app on GitHub itself. */
  readonly personToken: string | null;
  /** Null as long as no model is set up. */
  readonly model: ModelSettings | null;
  /** What finds requirements by their meaning; null for what is built in. */
  readonly embeddings: EndpointSettings | null;
}

export interface AppCredentials {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
}

export type LogLevel = (typeof LOG_LEVELS)[number];

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace"] as const;
const EMBEDDINGS = {
  url: "AUTOBE_EMBEDDINGS_URL",
  name: "AUTOBE_EMBEDDINGS_MODEL",
  key: "AUTOBE_EMBEDDINGS_KEY",
};
const GIGABYTE = 1024 ** 3;

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment once, at the door; a wrong value is named with what it may be. */
export function readEnvironment(variables: Variables = process.env): Environment {
  return {
    folders: readFolders(variables),
    databaseUrl: readDatabaseUrl(variables),
    host: setting(variables, "HOST") ?? "localhost",
    port: readNumber(variables, "PORT", 3000, 65_535),
    logLevel: readLogLevel(variables),
    cacheLimit: readNumber(variables, "AUTOBE_CACHE_GB", 10, 100_000) * GIGABYTE,
    apiUrl: readApiUrl(variables),
    app: readApp(variables),
    personToken: setting(variables, "GITHUB_TOKEN"),
    model: readModelSettings(variables),
    embeddings: readEndpoint(variables, EMBEDDINGS),
  };
}

function readDatabaseUrl(variables: Variables): string | null {
  const url = setting(variables, "DATABASE_URL");
  if (url === null || /^postgres(ql)?:\/\//.test(url)) return url;
  throw wrong("DATABASE_URL", "is not the address of a Postgres server", "Write postgres://…, or unset it");
}

function readNumber(variables: Variables, name: string, fallback: number, most: number): number {
  const text = setting(variables, name);
  if (text === null) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw wrong(name, `"${text}" is not a number from 1 to ${most}`, `Unset it to get ${fallback}`);
}

function readLogLevel(variables: Variables): LogLevel {
  const text = setting(variables, "LOG_LEVEL") ?? "info";
  const level = LOG_LEVELS.find((name) => name === text.toLowerCase());
  if (level !== undefined) return level;
  throw wrong("LOG_LEVEL", `"${text}" is not a level`, `Use one of ${LOG_LEVELS.join(", ")}`);
}

function readApiUrl(variables: Variables): string {
  const host = setting(variables, "GHE_HOST");
  const url = setting(variables, "GITHUB_API_URL");
  return url ?? (host === null ? "https://api.github.com" : `https://${host}/api/v3`);
}

function readApp(variables: Variables): AppCredentials | null {
  const appId = setting(variables, "APP_ID");
  if (appId === null) return null;
  const privateKey = readPrivateKey(variables);
  const webhookSecret = setting(variables, "WEBHOOK_SECRET");
  if (!/^\d+$/.test(appId))
    throw wrong("APP_ID", `"${appId}" is not a number`, "Copy it from the app's page");
  if (privateKey === null)
    throw wrong("PRIVATE_KEY", "is not set", "Set it, or PRIVATE_KEY_PATH, to the app's key");
  if (webhookSecret === null) throw wrong("WEBHOOK_SECRET", "is not set", "Copy it from the app's page");
  return { appId: Number(appId), privateKey, webhookSecret };
}

function wrong(name: string, detail: string, remedy: string): WorldError {
  return new WorldError("config", name, detail, remedy);
}
