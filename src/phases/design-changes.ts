import type { Backend } from "../source/backend.js";
import { analyze, type Analyzed } from "./analyze/analyze.js";
import { designDatabase } from "./database/design-database.js";
import type { Behaviour, Design } from "./design.js";
import type { DesignRequest } from "./design-request.js";
import { type NamedIntention, nameIntentions } from "./intentions.js";
import { designInterface } from "./interface/design-interface.js";
import type { OperationBehaviour } from "./interface/interface-design.js";
import { requestText } from "./material/request-text.js";
import type { Phased } from "./phased.js";
import type { PhasePorts } from "./phase-ports.js";
import { foldedText } from "./sentences.js";
import type { Understanding } from "./understand/understanding.js";

/**
 * Carries intentions on to changes and behaviours: requirements, database and interface, each on what the ones before
 * it leave. Where no intention is left, changes say all, and nobody is asked.
 */
export async function designChanges(
  understanding: Understanding,
  text: string,
  backend: Backend,
  ports: PhasePorts,
): Promise<Phased<Design>> {
  const understood = understanding.changes.map(({ change }) => change);
  if (understanding.intentions.length === 0)
    return { ok: true, value: { changes: understood, behaviours: [] } };
  const intentions = nameIntentions(understanding.intentions);
  const request: DesignRequest = {
    text: requestText(text),
    intentions,
    changes: understood,
    backend: (await ports.tryChanges(backend, understood)).backend,
  };
  ports.say("writes the requirements");
  const analyzed = await analyze(request, ports);
  if (!analyzed.ok) return analyzed;
  ports.say("designs the database");
  const database = await designDatabase(
    after(request, analyzed.value.changes, analyzed.value.backend),
    ports,
  );
  if (!database.ok) return database;
  const { entries } = database.value;
  const stored = [...analyzed.value.changes, ...entries.map(({ change }) => change)];
  const before = {
    served: new Set(entries.flatMap(({ serves }) => serves)),
    understood: understood.length > 0,
  };
  ports.say("designs the interface");
  const designed = await designInterface(after(request, stored, database.value.backend), before, ports);
  if (!designed.ok) return designed;
  const { changes, behaviours } = designed.value;
  return {
    ok: true,
    value: {
      changes: [...understood, ...stored, ...changes.map(({ change }) => change)],
      behaviours: behaviours.map((each) => behaviourOf(each, intentions, analyzed.value)),
    },
  };
}

/** The same request once further changes are made. */
function after(request: DesignRequest, changes: DesignRequest["changes"], backend: Backend): DesignRequest {
  return { ...request, changes: [...request.changes, ...changes], backend };
}

/** What an operation has to do, in the words of the intentions and of the requirements that follow from them. */
function behaviourOf(
  { operation, serves }: OperationBehaviour,
  intentions: readonly NamedIntention[],
  { sentences }: Analyzed,
): Behaviour {
  const following = sentences.filter((sentence) => sentence.intentions.some((id) => serves.includes(id)));
  const said = [
    ...intentions.filter(({ id }) => serves.includes(id)).map(({ requirement }) => requirement),
    ...following.map(({ text }) => text),
  ];
  const once = new Map(said.map((text) => [foldedText(text), text]));
  return {
    operation,
    requirements: [...once.values()],
    sections: [...new Set(following.map(({ section }) => section))],
  };
}
