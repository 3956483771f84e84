import type { DtoMember } from "../../../change/dto-member.js";
import { scalarOf, propertyType, union } from "../../scalars.js";
import { capital, partsOf } from "../conventions/spelling.js";
import { formatCode } from "../text/format-code.js";
import type { DtoStyle } from "./dto-style.js";

/** The file of a DTO that shows no table, in the namespace of its base where it has one. */
export function printPlainDto(
  name: string,
  members: readonly DtoMember[],
  style: DtoStyle,
  width: number,
): string {
  const [base = name, member] = name.split(".");
  const types = members.map((each) => typeOf(each));
  const bases = members.flatMap(({ type }) => (scalarOf(type) === null ? [type.split(".")[0] ?? ""] : []));
  const others = [...new Set(bases)].filter((each) => each !== base).sort();
  const imports = [
    ...(types.some((type) => type.includes("tags.")) ? [`import { tags } from "typia";`, ""] : []),
    ...others.map((each) => `import { ${each} } from "./${each}";`),
    "",
  ];
  const own = member ?? base;
  const body = members.map((each, index) => {
    const doc = comment(sentence(each.name), style);
    return `${doc}\n${each.name}: ${types[index]};`;
  });
  const type = [comment(sentence(own.slice(1)), style), `export type ${own} = {`, body.join("\n\n"), "};"];
  const text = member === undefined ? type : [`export namespace ${base} {`, ...type, "}"];
  return formatCode([...imports, ...text].join("\n"), width);
}

function typeOf({ type, values, list, optional }: DtoMember): string {
  const bare = scalarOf(type) === null ? type : propertyType({ name: type, values });
  const whole = list ? `${/[&|]/.test(bare) ? `(${bare})` : bare}[]` : bare;
  return union(whole, ...(optional ? ["null"] : []));
}

function comment(text: string, { blockDocs }: DtoStyle): string {
  return blockDocs ? `/**\n * ${text}\n */` : `/** ${text} */`;
}

function sentence(name: string): string {
  return `${capital(partsOf(name).join(" "))}.`;
}
