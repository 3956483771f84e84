import { HOW } from "./file-facts.js";
import { type Owner, Scope } from "./scope.js";

/** Where a walk through a file stands. */
export class Position {
  /** Names that are declared here. */
  public scope = new Scope(null);
  /** What an object literal here belongs to. */
  public literal: Owner = null;
  /** What its keys mean: those below `where` filter, those below `select` select, … */
  public context: number = HOW.builds;
  /** What the enclosing function is declared to return. */
  public returns: Owner = null;

  /** Walks what has names of its own. */
  public inScope(walk: () => void): void {
    const outer = this.scope;
    this.scope = new Scope(outer);
    this.within(null, walk);
    this.scope = outer;
  }

  public within(literal: Owner, walk: () => void, context: number = HOW.builds): void {
    const { literal: outer, context: meaning } = this;
    this.literal = literal;
    this.context = context;
    walk();
    this.literal = outer;
    this.context = meaning;
  }
}
