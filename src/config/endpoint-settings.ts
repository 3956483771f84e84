import { WorldError } from "../errors/world-error.js";
import { setting } from "./folders.js";

/** An endpoint that speaks OpenAI's API. Its address and key never come from a repository. */
export interface EndpointSettings {
  /** Base URL. */
  readonly url: string;
  /** The name of the model there. */
  readonly name: string;
  /** Null where the endpoint asks for none. */
  readonly key: string | null;
}

/** The variables that say so. */
export type EndpointVariables = Readonly<Record<keyof EndpointSettings, string>>;

type Variables = Readonly<Record<string, string | undefined>>;

/** Null as long as none is set up. */
export function readEndpoint(variables: Variables, names: EndpointVariables): EndpointSettings | null {
  const name = setting(variables, names.name);
  const url = setting(variables, names.url);
  if (name === null && url === null) return null;
  if (name === null) throw wrong(names.name, "is not set", `Name the model, or unset ${names.url}`);
  if (url === null)
    throw wrong(names.url, "is not set", `Give the endpoint's address, or unset ${names.name}`);
  if (!/^https?:\/\/[^\s/]+/.test(url) || !URL.canParse(url))
    throw wrong(names.url, "is not an address", "Write it as https://…/v1");
  if (new URL(url).username !== "" || new URL(url).password !== "")
    throw wrong(names.url, "has credentials in it", `Put the key into ${names.key}`);
  return { url: url.replace(/\/+$/, ""), name, key: setting(variables, names.key) };
}

function wrong(name: string, detail: string, remedy: string): WorldError {
  return new WorldError("config", name, detail, remedy);
}
