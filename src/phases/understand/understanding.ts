import type { tags } from "typia";
import type { Change } from "../../change/change.js";

/** What a text asks for. Each part quotes the words that it follows from, so that nothing is made up or left out. */
export interface Understanding {
  /** What the change language can say: one entry for each change. */
  readonly changes: readonly AskedChange[] & tags.MaxItems<20>;
  /** Behaviour that no change can say: one entry for each. */
  readonly intentions: readonly Intention[] & tags.MaxItems<20>;
  /** What a person has to decide before anything can be done; only where the text can be read in several ways. */
  readonly questions: readonly OpenQuestion[] & tags.MaxItems<5>;
  /** Existing requirements that say the opposite of what is asked for. */
  readonly contradictions: readonly Contradiction[] & tags.MaxItems<10>;
  /** Words of the text that ask for nothing: thanks, reasons, background. */
  readonly remarks: readonly Quote[] & tags.MaxItems<20>;
}

/** Words of the text that something follows from: as many passages as it takes. */
export type Quotes = readonly Quote[] & tags.MinItems<1> & tags.MaxItems<10>;

/** Words of the text, copied exactly. */
export type Quote = string & tags.MinLength<1> & tags.MaxLength<1_000>;

export interface AskedChange {
  readonly quotes: Quotes;
  readonly change: Change;
}

export interface Intention {
  readonly quotes: Quotes;
  /** One sentence: WHEN …, THE system SHALL …, or THE system SHALL …. */
  readonly requirement: string & tags.MinLength<10> & tags.MaxLength<500>;
}

export interface OpenQuestion {
  readonly quotes: Quotes;
  readonly question: string & tags.MinLength<5> & tags.MaxLength<300>;
  /** What may be answered, a few words each. */
  readonly options: readonly (string & tags.MinLength<1> & tags.MaxLength<120>)[] &
    tags.MinItems<2> &
    tags.MaxItems<5>;
}

export interface Contradiction {
  readonly quotes: Quotes;
  /** Id of the section that says the opposite. */
  readonly section: string;
  /** The sentence of that section, copied exactly. */
  readonly says: string & tags.MinLength<1>;
}
