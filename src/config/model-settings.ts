import { WorldError } from "../errors/world-error.js";
import { type EndpointSettings, readEndpoint } from "./endpoint-settings.js";
import { setting } from "./folders.js";

/** The language model that free text is read with. */
export interface ModelSettings extends EndpointSettings {
  /** Off sends no system message. */
  readonly system: boolean;
  /** Tokens that all changes of a calendar month may take together; null for as many as they need. */
  readonly monthTokens: number | null;
}

type Variables = Readonly<Record<string, string | undefined>>;

const ENDPOINT = { url: "AUTOBE_MODEL_URL", name: "AUTOBE_MODEL", key: "AUTOBE_MODEL_KEY" };

/** Null as long as no model is set up, which is no mistake: whatever can be derived needs none. */
export function readModelSettings(variables: Variables): ModelSettings | null {
  const endpoint = readEndpoint(variables, ENDPOINT);
  if (endpoint === null) return null;
  return { ...endpoint, system: readSystem(variables), monthTokens: readMonthTokens(variables) };
}

function readSystem(variables: Variables): boolean {
  const text = setting(variables, "AUTOBE_MODEL_SYSTEM")?.toLowerCase() ?? "on";
  if (text === "on" || text === "off") return text === "on";
  throw wrong("AUTOBE_MODEL_SYSTEM", `"${text}" is neither on nor off`, "Unset it to send system messages");
}

function readMonthTokens(variables: Variables): number | null {
  const text = setting(variables, "AUTOBE_MODEL_MONTH_TOKENS");
  if (text === null) return null;
  if (/^\d{1,15}$/.test(text) && Number(text) > 0) return Number(text);
  throw wrong("AUTOBE_MODEL_MONTH_TOKENS", `"${text}" is no number of tokens`, "Unset it to have no limit");
}

function wrong(name: string, detail: string, remedy: string): WorldError {
  return new WorldError("config", name, detail, remedy);
}
