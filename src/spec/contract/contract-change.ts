/** One thing that callers of a backend will notice. */
export interface ContractChange {
  readonly effect: Effect;
  /** An operation's key, or a property with its DTO: "IBbsArticle.ISummary.title". */
  readonly name: string;
  /** The new key, name or type; null where there is none. */
  readonly to: string | null;
  /** Whether code that was right before can stop compiling or working. */
  readonly breaking: boolean;
  /** SDK functions that are concerned: "api.functional.bbs.articles.index". */
  readonly calls: readonly string[];
}

export type Effect =
  | "operation added"
  | "operation removed"
  | "operation moved"
  | "operation moved, its old path is deprecated"
  | "other caller"
  | "other request"
  | "other response"
  | "property added"
  | "property removed"
  | "property renamed"
  | "now required"
  | "now optional"
  | "now nullable"
  | "no longer nullable"
  | "limits tightened"
  | "limits relaxed"
  | "other type";
