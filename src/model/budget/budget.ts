import type { Usage } from "../port.js";

/** What may be spent; left out means as much as is needed. */
export interface BudgetLimits {
  readonly calls?: number;
  readonly tokens?: number;
  readonly milliseconds?: number;
}

/** Which budget is spent, and in what. */
export interface Spent {
  readonly scope: BudgetScope;
  readonly of: keyof BudgetLimits;
  readonly limit: number;
}

export type BudgetScope = "step" | "change" | "month";

/** What is spent is counted here and in what it is a part of: a step's in the change's, a change's in the month's. */
export interface Budget {
  /** What is used up, if anything; asked before each call. */
  spent(): Promise<Spent | null>;
  spend(usage: Usage): void;
  /** Until the time is over; Infinity where it has no limit. */
  milliseconds(): number;
}

/** A budget of a step or of a change, counted from now on. */
export class CountedBudget implements Budget {
  private calls = 0;
  private tokens = 0;
  private readonly start: number;

  public constructor(
    private readonly scope: BudgetScope,
    private readonly limits: BudgetLimits,
    private readonly now: () => number,
    private readonly within: Budget | null = null,
  ) {
    this.start = now();
  }

  public async spent(): Promise<Spent | null> {
    const used = { calls: this.calls, tokens: this.tokens, milliseconds: this.now() - this.start };
    for (const of of ["calls", "tokens", "milliseconds"] as const) {
      const limit = this.limits[of] ?? Infinity;
      if (used[of] >= limit) return { scope: this.scope, of, limit };
    }
    return (await this.within?.spent()) ?? null;
  }

  public spend(usage: Usage): void {
    this.calls++;
    this.tokens += usage.inputTokens + usage.outputTokens;
    this.within?.spend(usage);
  }

  public milliseconds(): number {
    const left = (this.limits.milliseconds ?? Infinity) - (this.now() - this.start);
    return Math.max(0, Math.min(left, this.within?.milliseconds() ?? Infinity));
  }
}
