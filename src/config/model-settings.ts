import { WorldError } from "../errors/world-error.js";
import { setting } from "./folders.js";

/** The language model that free text is read with. Its address and key never come from a repository. */
export interface ModelSettings {
  /** Base URL of an endpoint that speaks OpenAI's chat completions. */
  readonly url: string;
  readonly name: string;
  /** Null where the endpoint asks for none. */
  readonly key: string | null;
  /** Off sends no system message. */
  readonly system: boolean;
  /** Tokens that all changes of a calendar month may take together; null for as many as they need. */
  readonly monthTokens: number | null;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Null as long as no model is set up, which is no mistake: whatever can be derived needs none. */
export function readModelSettings(variables: Variables): ModelSettings | null {
  const name = setting(variables, "AUTOBE_MODEL");
  const url = setting(variables, "AUTOBE_MODEL_URL");
  if (name === null && url === null) return null;
  if (name === null) throw wrong("AUTOBE_MODEL", "is not set", "Name the model, or unset AUTOBE_MODEL_URL");
  if (url === null)
    throw wrong("AUTOBE_MODEL_URL", "is not set", "Give the endpoint's address, or unset AUTOBE_MODEL");
  if (!/^https?:\/\/[^\s/]+/.test(url) || !URL.canParse(url))
    throw wrong("AUTOBE_MODEL_URL", "is not an address", "Write it as https://…/v1");
  if (new URL(url).username !== "" || new URL(url).password !== "")
    throw wrong("AUTOBE_MODEL_URL", "has credentials in it", "Put the key into AUTOBE_MODEL_KEY");
  return {
    url: url.replace(/\/+$/, ""),
    name,
    key: setting(variables, "AUTOBE_MODEL_KEY"),
    system: readSystem(variables),
    monthTokens: readMonthTokens(variables),
  };
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
