import { HARMLESS } from "../hostile/harmless-answers.js";
import { completion, FakeEndpoint, json, type Turn } from "../model/openai/fake-endpoint.js";

/** The functions that the story asks for, in this order. */
export const FUNCTIONS = [
  "understand",
  "analyze",
  "database",
  "interface",
  "write_operation",
  "write_test",
] as const;
export type StoryFunction = (typeof FUNCTIONS)[number];

/** What stands in the way of an answer: the function, how often it was asked for before; null lets it be answered. */
export type Fault = (name: StoryFunction, before: number) => Turn | null;

/** An endpoint of a model that answers a whole story rightly, but for what a fault does. */
export class StoryEndpoint {
  public fault: Fault = () => null;
  /** What was asked for, and whether it was answered. */
  public readonly asked: { readonly name: StoryFunction; readonly answered: boolean }[] = [];
  private readonly endpoint = new FakeEndpoint([
    (response, asked) => {
      const name = nameIn(asked.body);
      const fault = this.fault(name, this.asked.filter((each) => each.name === name).length);
      this.asked.push({ name, answered: fault === null });
      (fault ?? right(name))(response, asked);
    },
  ]);

  public open(): Promise<string> {
    return this.endpoint.open();
  }

  public close(): void {
    this.endpoint.close();
  }

  /** What was answered, which is what was paid for. */
  public answered(): readonly StoryFunction[] {
    return this.asked.flatMap(({ name, answered }) => (answered ? [name] : []));
  }
}

function nameIn(body: Readonly<Record<string, unknown>>): StoryFunction {
  const [tool] = body["tools"] as readonly { readonly function: { readonly name: string } }[];
  const name = FUNCTIONS.find((each) => each === tool?.function.name);
  if (name === undefined) throw new Error(`Nobody told the answer of ${tool?.function.name}`);
  return name;
}

function right(name: StoryFunction): Turn {
  return json(completion(JSON.stringify(HARMLESS[name]), {}, name));
}
