import type { Budget, Spent } from "./budget.js";

/**
 * The tokens of a calendar month, over all changes and all workers. What was paid for is counted where it is kept,
 * so nothing has to be told to this budget.
 */
export class MonthBudget implements Budget {
  public constructor(
    private readonly limit: number,
    private readonly tokensSince: (start: Date) => Promise<number>,
    private readonly now: () => number,
  ) {}

  public async spent(): Promise<Spent | null> {
    const tokens = await this.tokensSince(startOfMonth(this.now()));
    return tokens >= this.limit ? { scope: "month", of: "tokens", limit: this.limit } : null;
  }

  public spend(): void {}

  public milliseconds(): number {
    return Infinity;
  }
}

export function startOfMonth(now: number): Date {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
}
