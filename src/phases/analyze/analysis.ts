import type { tags } from "typia";
import type { IntentionIds } from "../intentions.js";

/** What the requirements say from now on. */
export interface Analysis {
  /** Sections that are new or get other sentences; together they say every intention. */
  readonly sections: readonly SectionDraft[] & tags.MinItems<1> & tags.MaxItems<20>;
}

export type SectionDraft = NewSection | RewrittenSection;

/** A new section, where none is about the matter yet. */
export interface NewSection {
  readonly kind: "add-section";
  /** A few plain words. */
  readonly title: string & tags.MinLength<2> & tags.MaxLength<80>;
  /** The document or the section at whose end it is put. */
  readonly to: string;
  readonly sentences: readonly Sentence[] & tags.MinItems<1> & tags.MaxItems<30>;
}

/** Sentences that a section gets. Those that it has stay where none takes their place. */
export interface RewrittenSection {
  readonly kind: "change-section";
  readonly section: string;
  readonly sentences: readonly NextSentence[] & tags.MinItems<1> & tags.MaxItems<30>;
}

export interface Sentence {
  /** One sentence: WHEN …, THE system SHALL …. Or IF …, THEN THE system SHALL …; WHILE …; WHERE …; THE system SHALL …. */
  readonly text: string & tags.MinLength<10> & tags.MaxLength<500>;
  /** The intentions that it follows from. */
  readonly intentions: IntentionIds;
}

export interface NextSentence extends Sentence {
  /** Sentences of the section that no longer hold beside it, copied exactly; empty where all of them do. */
  readonly instead: readonly string[] & tags.MaxItems<10>;
}
