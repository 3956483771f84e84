import { namesInPath } from "../../expression/make.js";
import type { Dto } from "../../interface/interface-spec.js";
import { wholeDto } from "../../interface/whole-dto.js";
import { placesIn } from "../../rules/places.js";
import { unknownName, type Violation } from "../../rules/violation.js";
import type { Scope } from "../scope.js";

/** Paths into what comes in lead to properties that exist: "props.body.title". */
export function knownInputs(tree: unknown, scope: Scope, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap(({ node, path, owner }) => {
    const from = node["from"];
    if (typeof from === "string" && node.kind !== "unpack") return checkPath(from, scope, `${path}.from`);
    // The longest chain is looked at, not its parts.
    if (node.kind !== "property" || (owner?.node.kind === "property" && path === `${owner.path}.object`))
      return [];
    const chain = chainOf(node);
    return chain === null ? [] : checkPath(chain, scope, path);
  });
}

function checkPath(from: string, { inputs, dtos }: Scope, path: string): readonly Violation[] {
  const [root = "", ...rest] = namesInPath(from);
  if (!inputs.has(root)) return [];
  let known = root;
  let type = inputs.get(root) ?? "";
  for (const name of rest) {
    const inside = inputs.get(`${known}.${name}`);
    const members = [...inputs.keys()].filter((each) => each.startsWith(`${known}.`));
    if (inside !== undefined) {
      [known, type] = [`${known}.${name}`, inside];
      continue;
    }
    if (members.length > 0) return [unknownName(path, `a member of ${known}`, from, members)];
    const dto = dtoOf(type, dtos);
    if (dto === null) return [];
    const property = dto.properties.find((each) => each.name === name);
    if (property === undefined)
      return [
        unknownName(
          path,
          `a property of ${dto.name}`,
          from,
          dto.properties.map((each) => `${known}.${each.name}`),
        ),
      ];
    [known, type] = [`${known}.${name}`, property.type];
  }
  return [];
}

/** The DTO that a type is, or is unless it is null; null for lists, for other types and where properties are not known. */
function dtoOf(type: string, dtos: ReadonlyMap<string, Dto>): Dto | null {
  return wholeDto(dtos.get(type.replace(/\s*\|\s*(?:null|undefined)\b/g, "").trim()));
}

/** The names of a chain such as `props.body?.title`, joined by dots. */
function chainOf(node: unknown): string | null {
  const part = node as {
    readonly kind: string;
    readonly name: string;
    readonly from: string;
    readonly object: unknown;
  };
  if (part.kind === "name") return part.name;
  if (part.kind === "path") return part.from;
  if (part.kind === "nonNull") return chainOf((node as { readonly value: unknown }).value);
  if (part.kind !== "property") return null;
  const owner = chainOf(part.object);
  return owner === null ? null : `${owner}.${part.name}`;
}
