import type { Embedder } from "../../src/retrieve/embedding/embedder.js";

/** Remembers what it was asked; a text's vector says how often it has each of a few words. */
export class CountingEmbedder implements Embedder {
  public readonly weight = 0.5;
  public readonly asked: string[] = [];

  public constructor(
    public readonly name = "counting",
    private readonly words: readonly string[] = ["order", "money", "coupon", "deliver"],
  ) {}

  public async embed(texts: readonly string[]): Promise<readonly (readonly number[])[]> {
    this.asked.push(...texts);
    return await Promise.resolve(
      texts.map((text) => this.words.map((word) => text.toLowerCase().split(word).length - 1)),
    );
  }
}
