/** Makes vectors of texts: near ones for texts that mean something near. */
export interface Embedder {
  /** Its vectors are never compared with those of an embedder of another name. */
  readonly name: string;
  /** What its order of sections counts for beside that of the words, between 0 and 1. */
  readonly weight: number;
  /** One vector for each text, in the order of the texts. */
  embed(texts: readonly string[]): Promise<readonly Vector[]>;
}

export type Vector = readonly number[] | Float32Array;
