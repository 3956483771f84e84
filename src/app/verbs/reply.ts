/** Answer to a command that starts no run. */
export interface Reply {
  readonly ok: boolean;
  readonly text: string;
}
