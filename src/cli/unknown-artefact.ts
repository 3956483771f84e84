import { Ending } from "./ending.js";

/** The ending of a command that was asked about something the backend does not have. */
export function unknownArtefact(name: string, nearest: readonly string[]): Ending {
  return new Ending({ kind: "nothing-to-do", reason: `There is no artefact "${name}"`, nearest });
}
