import { findVectors } from "../../store/queries/find-vectors.js";
import { recordVectors } from "../../store/queries/record-vectors.js";
import type { Store } from "../../store/store.js";
import type { VectorMemory } from "./remembering-embedder.js";

/** Vectors in the store. */
export function storedVectors(store: Store): VectorMemory {
  return {
    find: (hashes) => findVectors(store, hashes),
    record: (vectors) => recordVectors(store, vectors),
  };
}
