import type { Progress } from "../util/progress.js";
import type { StepName, Timing } from "./report.js";
import type { Step } from "./step.js";

/** Times the steps of one run and tells the waiting person about each. */
export class Stopwatch {
  private readonly taken: Timing[] = [];

  public constructor(
    private readonly progress: Progress,
    private readonly now: () => number,
  ) {}

  public get timings(): readonly Timing[] {
    return this.taken;
  }

  public async time<T>(name: StepName, step: () => Step<T> | Promise<Step<T>>): Promise<Step<T>> {
    const start = this.now();
    this.progress.start(name);
    let told = "failed";
    try {
      const result = await step();
      told = result.kind === "next" ? result.told : result.outcome.kind.replaceAll("-", " ");
      return result;
    } finally {
      const milliseconds = Math.round(this.now() - start);
      this.taken.push({ step: name, milliseconds });
      this.progress.end(name, milliseconds, told);
    }
  }
}
