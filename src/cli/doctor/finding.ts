/** What the doctor says about one thing that the bot needs. */
export interface Finding {
  readonly name: string;
  /** `unset` is a mode that was not asked for; only `missing` keeps something from working. */
  readonly verdict: "ok" | "unset" | "missing";
  readonly detail: string;
  /** A sentence; empty where nothing has to be done. */
  readonly remedy: string;
}

export function ok(name: string, detail: string): Finding {
  return { name, verdict: "ok", detail, remedy: "" };
}

export function missing(name: string, detail: string, remedy: string): Finding {
  return { name, verdict: "missing", detail, remedy };
}
