/** What stands below one heading of the requirements, up to the next heading. */
export interface RequirementSection {
  /** The document's name and the heading's anchor; it stays when sections move. */
  readonly id: string;
  readonly path: string;
  /** 1-based line of the heading. */
  readonly line: number;
  readonly title: string;
  /** The headings above it, the document's title first. */
  readonly trail: readonly string[];
  readonly text: string;
}
