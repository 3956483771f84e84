import type { DtoMember } from "../../../change/dto-member.js";
import type { Finding, Rule } from "../../../model/loop/finding.js";
import { nearestFirst } from "../../../model/loop/nearest-first.js";
import { isSecret } from "../../../spec/database/is-secret.js";
import type { Dto, InterfaceSpec } from "../../../spec/interface/interface-spec.js";
import { changePath } from "../../holds-changes.js";
import type { NamedIntention } from "../../intentions.js";
import type { InterfaceChange, InterfaceDesign } from "../interface-design.js";

const MAIL = /e_?-?mail/i;

/**
 * Nobody is answered with a password, a token or a key; and with the e-mail address of somebody only where an intention
 * speaks of it.
 */
export function answersKeepSecrets(
  { dtos }: InterfaceSpec,
  intentions: readonly NamedIntention[],
): Rule<InterfaceDesign> {
  const told = intentions.some(({ requirement }) => MAIL.test(requirement));
  const isKept = (name: string, type: string): boolean =>
    (isSecret(name) && !dtos.has(type)) || (!told && (MAIL.test(name) || type === "email"));
  return ({ changes }) => {
    const answered = answeredDtos(changes.map(({ change }) => change));
    return changes.flatMap(({ change }, index): readonly Finding[] => {
      const path = changePath(index);
      switch (change.kind) {
        case "add-dto":
          return answered.has(change.name) ? keptMembers(change.members, isKept, path) : [];
        case "add-stub":
          return keptAnswer(change.response, dtos, path);
        case "expose-field":
          return isKept(change.name, "") ? [kept(path, change.name)] : [];
        default:
          return [];
      }
    });
  };
}

function keptMembers(
  members: readonly DtoMember[],
  isKept: (name: string, type: string) => boolean,
  path: string,
): readonly Finding[] {
  return members.flatMap(({ name, type }, at) =>
    isKept(name, type) ? [kept(`${path}.members[${at}]`, name)] : [],
  );
}

function kept(path: string, name: string): Finding {
  const advice = `Nobody is answered with ${name}: take it out.`;
  return { path, expected: "nothing", found: name, candidates: [], advice, by: "rule" };
}

/** A DTO that was made to be taken, such as one with a password, is no answer. */
function keptAnswer(
  response: string | null,
  dtos: ReadonlyMap<string, Dto>,
  path: string,
): readonly Finding[] {
  const secret = secretOf(dtos.get(response ?? ""));
  if (secret === undefined) return [];
  const others = [...dtos.values()].filter((dto) => secretOf(dto) === undefined).map(({ name }) => name);
  return [
    {
      path: `${path}.response`,
      expected: "a DTO without secrets",
      found: response,
      candidates: nearestFirst(response, others).slice(0, 12),
      advice: `${response ?? ""} has ${secret}, which nobody is answered with.`,
      by: "rule",
    },
  ];
}

function secretOf(dto: Dto | undefined): string | undefined {
  return dto?.properties.find(({ name, references }) => isSecret(name) && references.length === 0)?.name;
}

/** The DTOs that changes add and that somebody is answered with, parts of others included. */
function answeredDtos(changes: readonly InterfaceChange[]): ReadonlySet<string> {
  const members = new Map(
    changes.flatMap((change) => (change.kind === "add-dto" ? [[change.name, change.members] as const] : [])),
  );
  const answered = new Set<string>();
  const visit = (name: string): void => {
    if (answered.has(name)) return;
    answered.add(name);
    for (const { type } of members.get(name) ?? []) visit(type);
  };
  for (const change of changes)
    if (change.kind === "add-stub" && change.response !== null) visit(change.response);
  return answered;
}
