import type { Backend } from "../../../source/backend.js";
import type { Edit } from "../../../source/edit.js";
import { applyEdits } from "../../../source/apply-edits.js";
import type { Known } from "../../create/known.js";

/** A backend while something moves in it: each step sees what the ones before it left. */
export class Files {
  private at: Backend;

  public constructor(private readonly known: Known) {
    this.at = known.backend;
  }

  /** What is known of the base, over the files as they are now. */
  public now(): Known {
    return { ...this.known, backend: this.at };
  }

  public text(path: string): string | null {
    return this.at.files.get(path)?.text ?? null;
  }

  /** The new text of a file; null deletes it. */
  public put(path: string, after: string | null): void {
    this.at = applyEdits(this.at, [{ path, before: this.text(path), after }]);
  }

  public edits(): readonly Edit[] {
    const before = this.known.backend.files;
    const paths = new Set([...before.keys(), ...this.at.files.keys()]);
    return [...paths].sort().flatMap((path): readonly Edit[] => {
      const [old, now] = [before.get(path), this.at.files.get(path)];
      return old === now || old?.text === now?.text
        ? []
        : [{ path, before: old?.text ?? null, after: now?.text ?? null }];
    });
  }
}
