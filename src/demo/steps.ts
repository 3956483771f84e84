/** Times what the demonstration does and says it line by line. */
export class Steps {
  private readonly taken: string[] = [];

  public constructor(private readonly out: (text: string) => void) {}

  public async time<T>(name: string, action: () => Promise<T>): Promise<T> {
    this.out(`${name} …\n`);
    const start = performance.now();
    const result = await action();
    this.taken.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return result;
  }

  public summary(): string {
    return `Demonstration: ${this.taken.join(" · ")}`;
  }
}
