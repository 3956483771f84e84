/** One HTTP request to the host, as the layer in front of the emulator sees it. */
export interface Exchange {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** Raw body; empty where there is none. */
  readonly raw: Buffer;
  /** The body as JSON; undefined where there is none. */
  readonly json: unknown;
}

/** An answer: JSON (or nothing, or bytes). */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the emulator behind the layer, with the caller's own authorization unless told otherwise. */
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>;

/** One difference between the emulator and GitHub: answers itself, or changes the emulator's answer, or passes (null). */
export interface Patch {
  readonly before?: (exchange: Exchange, ask: Ask) => Promise<Answer | null>;
  readonly after?: (exchange: Exchange, answer: Answer, ask: Ask) => Promise<Answer | null>;
}

/** Values of `{name}` segments where the path has that form; null otherwise. `{name+}` takes slashes too. */
export function matchPath(template: string, path: string): Record<string, string> | null {
  const source = template.replace(/\{(\w+)(\+?)\}/g, (_, name: string, many: string) =>
    many ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  const groups = new RegExp(`^${source}$`).exec(path)?.groups;
  return groups
    ? Object.fromEntries(Object.entries(groups).map(([k, v]) => [k, decodeURIComponent(v)]))
    : null;
}

/** A field of an answer that is an object. */
export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
