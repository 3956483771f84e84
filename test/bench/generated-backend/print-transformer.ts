import type { Family } from "./family.js";
import { namesOf, pascal } from "./names.js";
import { LIBRARIES, SDK_STRUCTURES, UTILITIES, printImports } from "./print-header.js";

/** What a transformer selects and gives: one pair of lines per member. */
type Member = readonly [select: string, transform: string];

/** The transformers of one family, Prisma payload to DTO. */
export function printFamilyTransformers(family: Family): Map<string, string> {
  const n = namesOf(family);
  const { extra, related } = family;
  const neighbour = `Hub${pascal(related ?? "")}AtSummaryTransformer`;
  const count = `${n.children}_count: input._count.${n.children},`;
  const selectCount = `_count: { select: { ${n.children}: true } },`;
  const parent: Member[] = [
    summary("author"),
    ...(related
      ? [
          [
            `${related}: ${neighbour}.select(),`,
            `${related}: input.${related} ? await ${neighbour}.transform(input.${related}) : null,`,
          ] as const,
        ]
      : []),
    plain("title"),
    plain("body"),
    extra.kind === "DateTime" ? time(extra.name, extra.optional) : plain(extra.name),
    [
      `labelLinks: { select: { label: HubLabelAtSummaryTransformer.select() }, orderBy: { sequence: "asc" } },`,
      "labels: await ArrayUtil.asyncMap(input.labelLinks, (elem) => HubLabelAtSummaryTransformer.transform(elem.label)),",
    ],
    [
      `${n.children}: { ...${n.childType}Transformer.select(), orderBy: { created_at: "asc" } },`,
      `${n.children}: await ArrayUtil.asyncMap(input.${n.children}, ${n.childType}Transformer.transform),`,
    ],
    [selectCount, count],
    time("created_at"),
    time("updated_at"),
  ];
  return new Map([
    transformer(n.parentType, "", n.parentTable, parent),
    transformer(n.parentType, "ISummary", n.parentTable, [
      summary("author"),
      plain("title"),
      [selectCount, count],
      time("created_at"),
    ]),
    transformer(n.childType, "", n.childTable, [
      summary("member"),
      plain("body"),
      time("created_at"),
      time("updated_at"),
    ]),
    transformer(n.snapshotType, "", n.snapshotTable, [plain("title"), plain("body"), time("created_at")]),
    transformer(n.snapshotType, "ISummary", n.snapshotTable, [plain("title"), time("created_at")]),
  ]);
}

export function printLabelTransformers(): Map<string, string> {
  return new Map([
    transformer("HubLabel", "", "hub_labels", [plain("name"), time("created_at")]),
    transformer("HubLabel", "ISummary", "hub_labels", [plain("name")]),
  ]);
}

function plain(name: string): Member {
  return [`${name}: true,`, `${name}: input.${name},`];
}

function time(name: string, optional = false): Member {
  const iso = `toISOStringSafe(input.${name})`;
  return [`${name}: true,`, `${name}: ${optional ? `input.${name} ? ${iso} : null` : iso},`];
}

function summary(name: string): Member {
  return [
    `${name}: HubMemberAtSummaryTransformer.select(),`,
    `${name}: await HubMemberAtSummaryTransformer.transform(input.${name}),`,
  ];
}

function transformer(
  type: string,
  variant: string,
  table: string,
  members: readonly Member[],
): [name: string, text: string] {
  const name = `${type}${variant.replace(/^I/, "At")}Transformer`;
  const output = variant === "" ? `I${type}` : `I${type}.${variant}`;
  const all = [plain("id"), ...members];
  const body = `export namespace ${name} {
export type Payload = Prisma.${table}GetPayload<ReturnType<typeof select>>;

export function select() {
return {
select: {
${all.map(([select]) => select).join("\n")}
},
} satisfies Prisma.${table}FindManyArgs;
}

export async function transform(input: Payload): Promise<${output}> {
return {
${all.map(([, transform]) => transform).join("\n")}
};
}
}
`;
  const imports = printImports(`${body} IEntity`.replace(name, ""), "../", SDK_STRUCTURES);
  return [name, `${LIBRARIES}\n${imports}\n${UTILITIES}\n${body}`];
}
