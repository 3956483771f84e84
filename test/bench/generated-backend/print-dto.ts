import type { Column, Family } from "./family.js";
import { namesOf, withArticle } from "./names.js";
import { named } from "./print-header.js";

/** The DTO files of one family: parent, child, snapshot and their pages. */
export function printFamilyDtos(family: Family): Map<string, string> {
  const n = namesOf(family);
  return new Map([
    [`I${n.parentType}`, parentDto(family)],
    [`I${n.childType}`, childDto(family)],
    [`I${n.snapshotType}`, snapshotDto(family)],
    [`IPageI${n.parentType}`, pageDto(n.parentType, "ISummary")],
    [`IPageI${n.childType}`, pageDto(n.childType)],
    [`IPageI${n.snapshotType}`, pageDto(n.snapshotType, "ISummary")],
  ]);
}

export function printSharedDtos(families: readonly Family[]): Map<string, string> {
  return new Map([
    ["IHubLabel", labelDto()],
    ["IPageIHubLabel", pageDto("HubLabel", "ISummary")],
    [
      "IHubDashboard",
      file(
        "IHubDashboard",
        `/** What there is in the hub, in numbers. */
export type IHubDashboard = {
${families.map((family) => property(`${family.noun}s_count`, COUNT, `Number of living ${family.noun}s.`)).join("\n")}
};`,
      ),
    ],
  ]);
}

function parentDto(family: Family): string {
  const n = namesOf(family);
  const { extra, related } = family;
  const own = [
    stored("title", "string", "Title of the last snapshot."),
    stored("body", "string", "Content of the last snapshot."),
    stored(extra.name, dtoType(extra), extra.doc),
  ];
  const author = stored("author", "IHubMember.ISummary", "Who created it.", "hub_member_id");
  const count = property(`${n.children}_count`, COUNT, `Number of ${n.children}.`);
  const key = `hub_${related}_id`;
  return file(
    `I${n.parentType}`,
    `${doc(`One of the ${n.parents}.`, n.parentTable)}
export type I${n.parentType} = {
${ID}
${author}
${related ? stored(related, `IHub${title(related)}.ISummary | null`, `Related ${related}.`, key) : ""}
${own.join("\n")}
${property("labels", "IHubLabel.ISummary[]", "Labels in their order.")}
${property(n.children, `I${n.childType}[]`, `Its ${n.children}, oldest first.`)}
${count}
${CREATED}
${stored("updated_at", TIME, "Last update time of record.")}
};
export namespace I${n.parentType} {
${doc(`Information of a new ${n.noun}.`, n.parentTable)}
export type ICreate = {
${related ? stored(`${key}?`, `null | (${UUID}) | undefined`, `Related ${related}.`, key) : ""}
${stored("title", "string & tags.MinLength<1> & tags.MaxLength<200>", "Title.")}
${stored("body", "string", "Content.")}
${extra.optional ? stored(`${extra.name}?`, `${dtoType(extra)} | undefined`, extra.doc) : stored(extra.name, dtoType(extra), extra.doc)}
${property("label_ids", `(${UUID})[]`, "Labels to attach, in order.")}
};
${doc(`New values of ${withArticle(n.noun)}.`, n.parentTable)}
export type IUpdate = {
${stored("title?", "(string & tags.MinLength<1> & tags.MaxLength<200>) | undefined", "Title.")}
${stored("body?", "string | undefined", "Content.")}
${stored(`${extra.name}?`, `${dtoType(extra)} | undefined`, extra.doc)}
};
${request(n.parents, [property("search?", "string | null | undefined", "Words that must occur."), property("label?", "string | null | undefined", "Only those with this label.")])}
${doc(`One of the ${n.parents} as a page shows it.`, n.parentTable)}
export type ISummary = {
${ID}
${author}
${own[0]}
${count}
${CREATED}
};
}`,
  );
}

function childDto(family: Family): string {
  const n = namesOf(family);
  return file(
    `I${n.childType}`,
    `${doc(`What a member wrote below ${withArticle(n.noun)}.`, n.childTable)}
export type I${n.childType} = {
${ID}
${stored("member", "IHubMember.ISummary", "Writer.", "hub_member_id")}
${stored("body", "string", `Content of the ${n.child}.`)}
${CREATED}
${stored("updated_at", TIME, "Last update time of record.")}
};
export namespace I${n.childType} {
${doc(`Information of a new ${n.child}.`, n.childTable)}
export type ICreate = {
${stored("body", "string", `Content of the ${n.child}.`)}
};
${doc(`New values of ${withArticle(n.child)}.`, n.childTable)}
export type IUpdate = {
${stored("body?", "string | undefined", `Content of the ${n.child}.`)}
};
${request(n.children, [])}
}`,
  );
}

function snapshotDto(family: Family): string {
  const n = namesOf(family);
  const heading = stored("title", "string", "Title at that time.");
  return file(
    `I${n.snapshotType}`,
    `${doc(`What ${withArticle(n.noun)} said at one point of time.`, n.snapshotTable)}
export type I${n.snapshotType} = {
${ID}
${heading}
${stored("body", "string", "Content at that time.")}
${CREATED}
};
export namespace I${n.snapshotType} {
${request("snapshots", [])}
${doc("Snapshot as a page shows it.", n.snapshotTable)}
export type ISummary = {
${ID}
${heading}
${CREATED}
};
}`,
  );
}

function labelDto(): string {
  const name = stored("name", "string", "The word itself.");
  return file(
    "IHubLabel",
    `${doc("Label attachable to what members keep.", "hub_labels")}
export type IHubLabel = {
${ID}
${name}
${CREATED}
};
export namespace IHubLabel {
${doc("Information of a new label.", "hub_labels")}
export type ICreate = {
${stored("name", "string & tags.MinLength<1> & tags.MaxLength<30>", "The word itself.")}
};
${request("labels", [property("search?", "string | null | undefined", "Part of the word.")])}
${doc("Label as others show it.", "hub_labels")}
export type ISummary = {
${ID}
${name}
};
}`,
  );
}

function pageDto(type: string, member?: string): string {
  const body = `{
/** Page information. */
pagination: IPage.IPagination;

/** List of records. */
data: I${type}${member ? `.${member}` : ""}[];
};`;
  const page = "/** A page. Collection of records with pagination information. */\nexport type";
  return `import { I${type} } from "./I${type}";
import { IPage } from "./IPage";

${member ? `export namespace IPageI${type} {\n${page} ${member} = ${body}\n}` : `${page} IPageI${type} = ${body}`}
`;
}

const UUID = `string & tags.Format<"uuid">`;
const TIME = `string & tags.Format<"date-time">`;
const COUNT = `number & tags.Type<"int32"> & tags.Minimum<0>`;
const ID = stored("id", UUID, "Primary Key.");
const CREATED = stored("created_at", TIME, "Creation time of record.");

function request(what: string, properties: string[]): string {
  return `/**
 * Conditions of a page of ${what}.
 */
export type IRequest = {
${property("page?", `null | (number & tags.Type<"int32"> & tags.Minimum<1>) | undefined`, "Page number, from 1.")}
${property("limit?", `null | (number & tags.Type<"int32"> & tags.Minimum<1> & tags.Maximum<100>) | undefined`, "Limitation of records per a page, 20 by default.")}
${properties.join("\n")}
};`;
}

/** The type that a column has in a response. */
function dtoType(column: Column): string {
  const type = { String: "string", Int: `number & tags.Type<"int32">`, DateTime: TIME }[column.kind];
  return column.optional ? `null | (${type})` : type;
}

function stored(name: string, type: string, text: string, column = name.replace("?", "")): string {
  return `/**\n * ${text}\n *\n * @x-autobe-database-schema-property ${column}\n */\n${name}: ${type};\n`;
}

function property(name: string, type: string, text: string): string {
  return `/**\n * ${text}\n */\n${name}: ${type};\n`;
}

function doc(text: string, table: string): string {
  return `/**\n * ${text}\n *\n * @x-autobe-database-schema ${table}\n */`;
}

function title(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

function file(self: string, text: string): string {
  const imports = named(text, /\bIHub\w+/g)
    .filter((name) => name !== self)
    .map((name) => `import { ${name} } from "./${name}";`);
  return `import { tags } from "typia";\n\n${imports.join("\n")}\n\n${text}\n`;
}
