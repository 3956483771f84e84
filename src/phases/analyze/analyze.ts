import type { Phased } from "../phased.js";
import type { PhasePorts } from "../phase-ports.js";
import type { Backend } from "../../source/backend.js";
import { textOfSection } from "../../generate/documents/edit-sections.js";
import { requirementSections } from "../../retrieve/sections/requirement-sections.js";
import { documentsOf, idOf } from "../../spec/requirement/documents.js";
import { type DesignRequest, wordsOfRequest } from "../design-request.js";
import { shownSections } from "../material/shown-sections.js";
import { Trial } from "../trial.js";
import type { Analysis } from "./analysis.js";
import { analyzeStep } from "./analyze-step.js";
import { sectionChange, type SectionChange, sectionTexts } from "./section-changes.js";

/** What requirements come to. */
export interface Analyzed {
  readonly changes: readonly SectionChange[];
  readonly sentences: readonly TracedSentence[];
  /** As the changes leave it. */
  readonly backend: Backend;
}

/** A sentence of the requirements, and what it follows from. */
export interface TracedSentence {
  readonly text: string;
  readonly intentions: readonly string[];
  /** Id of its section. */
  readonly section: string;
}

const WAY_OUT = "Another place or title may do.";

/** Has the requirements written. A backend without documents gets none. */
export async function analyze(request: DesignRequest, ports: PhasePorts): Promise<Phased<Analyzed>> {
  const { backend } = request;
  if (documentsOf(backend).length === 0) return { ok: true, value: { changes: [], sentences: [], backend } };
  const texts = sectionTexts(backend);
  const trial = new Trial(backend, ports, WAY_OUT);
  const changesOf = ({ sections }: Analysis): readonly SectionChange[] =>
    sections.map((draft) => sectionChange(draft, (id) => texts.get(id) ?? ""));
  const shown = await shownSections(wordsOfRequest(request), requirementSections(backend), ports);
  const step = analyzeStep(request, shown, async (analysis) => {
    const changes = changesOf(analysis);
    return await trial.findings(
      changes.map((change, index) => ({ path: `$input.sections[${index}]`, change })),
    );
  });
  const called = await ports.ask(step);
  if (!called.ok) return called;
  const changes = changesOf(called.value);
  const sentences = called.value.sections.flatMap((draft, index) => {
    const section = idOfChange(changes[index], trial.backend);
    return draft.sentences.map(({ text, intentions }) => ({ text, intentions, section }));
  });
  return { ok: true, value: { changes, sentences, backend: trial.backend } };
}

/** The id of a section, which a new one has once it stands. */
function idOfChange(change: SectionChange | undefined, backend: Backend): string {
  if (change?.kind === "change-section") return change.section;
  const places = documentsOf(backend).flatMap((document) =>
    document.sections.map((section) => ({ document, section })),
  );
  const made = places.find(
    ({ document, section }) =>
      section.title === change?.title && textOfSection(document.text, section) === change.text,
  );
  if (made === undefined) throw new Error(`${change?.title ?? "A section"} was planned, and is not there`);
  return idOf(made);
}
