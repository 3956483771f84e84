import { type Answers, isOption } from "../change/answer.js";
import type { Layer } from "../source/layout.js";

const LAYERS: readonly string[] = [
  "requirements",
  "database",
  "interface",
  "realize",
  "test",
] satisfies Layer[];

/** A person to be named as the co-author of what they asked for. */
export interface Requester {
  readonly name: string;
  readonly email: string;
}

/**
 * The message of one commit of a proposal. Its trailers are the truth about what a proposal is, so this class both
 * prints and parses them: the change, the answers it was made with, and the layer.
 */
export class CommitMessage {
  public constructor(
    public readonly layer: Layer,
    /** One-line form of the change. */
    public readonly change: string,
    public readonly answers: Answers,
    public readonly requester: Requester | null,
    /** What its first line says in the place of layer and change; the trailers say them all the same. */
    private readonly subject: string | null = null,
  ) {}

  public toString(): string {
    const trailers = [
      `AutoBE-Change: ${this.change}`,
      `AutoBE-Layer: ${this.layer}`,
      ...[...this.answers].sort(byId).map(([id, option]) => `AutoBE-Answer: ${id} ${option}`),
      ...(this.requester === null
        ? []
        : [`Co-authored-by: ${oneLine(this.requester.name)} <${oneLine(this.requester.email)}>`]),
    ];
    return `${this.subject ?? `${this.layer}: ${shortened(this.change)}`}\n\n${trailers.join("\n")}\n`;
  }

  /** The message as it was printed; null if the commit is none of ours. */
  public static parse(message: string): CommitMessage | null {
    const trailers = message.trimEnd().split("\n\n").at(-1)?.split("\n") ?? [];
    const values = (key: string): string[] =>
      trailers.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
    const [change] = values("AutoBE-Change");
    const [layer] = values("AutoBE-Layer");
    if (change === undefined || layer === undefined || !isLayer(layer)) return null;
    const answers = values("AutoBE-Answer").flatMap((value) => {
      const [id = "", option = ""] = value.split(" ");
      return isOption(option) ? [[id, option] as const] : [];
    });
    const author = /^(.*) <(.*)>$/.exec(values("Co-authored-by")[0] ?? "");
    const requester = author === null ? null : { name: author[1] ?? "", email: author[2] ?? "" };
    return new CommitMessage(layer, change, new Map(answers), requester);
  }
}

function isLayer(word: string): word is Layer {
  return LAYERS.includes(word);
}

function byId(a: readonly [string, string], b: readonly [string, string]): number {
  return a[0] < b[0] ? -1 : 1;
}

/** A line break in a name would start a trailer of its own. */
/** Longer first lines are cut by most who show them. */
const SUBJECT = 100;

function shortened(change: string): string {
  return change.length <= SUBJECT ? change : `${change.slice(0, SUBJECT - 1).replace(/\s+\S*$/, "")}…`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{C}<>]+/gu, " ").trim();
}
