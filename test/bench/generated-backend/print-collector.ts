import type { Family } from "./family.js";
import { namesOf, pascal } from "./names.js";
import { LIBRARIES, SDK_STRUCTURES, UTILITIES, printImports } from "./print-header.js";

/** The collectors of one family, DTO to Prisma input. */
export function printFamilyCollectors(family: Family): Map<string, string> {
  const n = namesOf(family);
  const { extra, related } = family;
  const value = `props.body.${extra.name}${extra.optional ? " ?? null" : ""}`;
  return new Map([
    [
      `${n.parentType}Collector`,
      collector(
        n.parentType,
        n.parentTable,
        ["hubMembers: IEntity"],
        [
          "author: { connect: { id: props.hubMembers.id } }",
          ...(related
            ? [
                `${related}: props.body.hub_${related}_id ? { connect: { id: props.body.hub_${related}_id } } : undefined`,
              ]
            : []),
          "title: props.body.title",
          "body: props.body.body",
          `${extra.name}: ${value}`,
          "created_at: new Date()",
          "updated_at: new Date()",
          "snapshots: { create: [{ id: v4(), title: props.body.title, body: props.body.body, created_at: new Date() }] }",
          "labelLinks: { create: props.body.label_ids.map((labelId, i) => ({ id: v4(), label: { connect: { id: labelId } }, sequence: i })) }",
        ],
      ),
    ],
    [
      `${n.childType}Collector`,
      collector(
        n.childType,
        n.childTable,
        [`hub${pascal(n.parents)}: IEntity`, "hubMembers: IEntity"],
        [
          `${n.noun}: { connect: { id: props.hub${pascal(n.parents)}.id } }`,
          "member: { connect: { id: props.hubMembers.id } }",
          "body: props.body.body",
          "created_at: new Date()",
          "updated_at: new Date()",
        ],
      ),
    ],
  ]);
}

export function printLabelCollector(): Map<string, string> {
  const members = ["name: props.body.name", "created_at: new Date()"];
  return new Map([["HubLabelCollector", collector("HubLabel", "hub_labels", [], members)]]);
}

function collector(type: string, table: string, props: string[], members: string[]): string {
  const body = `export namespace ${type}Collector {
export async function collect(props: {
body: I${type}.ICreate;
${props.map((prop) => `${prop};`).join("\n")}
}) {
return {
id: v4(),
${members.map((member) => `${member},`).join("\n")}
} satisfies Prisma.${table}CreateInput;
}
}
`;
  const imports = printImports(`${body} IEntity`.replace(`${type}Collector`, ""), "../", SDK_STRUCTURES);
  return `${LIBRARIES}\n${imports}\n${UTILITIES}\n${body}`;
}
