import type { FileFacts, OwnedFact } from "./file-facts.js";
import type { Owner } from "./scope.js";

/** Collects member names by the owner they occur with. */
export class Occurrences {
  private readonly byOwner = new Map<string, Map<string, number>>();

  public add(owner: Owner, name: string, how: number): void {
    // What a type literal of the file declares is noted where it is declared; whoever reads it means that.
    if (owner?.startsWith("shape:") === true) return;
    const key = owner ?? "";
    let names = this.byOwner.get(key);
    if (names === undefined) this.byOwner.set(key, (names = new Map()));
    names.set(name, (names.get(name) ?? 0) | how);
  }

  public facts(): Pick<FileFacts, "names" | "hows" | "owned"> {
    const owned: OwnedFact[] = [];
    for (const [owner, names] of this.byOwner)
      if (owner !== "") owned.push({ owner, names: [...names.keys()], hows: [...names.values()] });
    const unknown = this.byOwner.get("") ?? new Map<string, number>();
    return { names: [...unknown.keys()], hows: [...unknown.values()], owned };
  }
}
