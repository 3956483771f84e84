import type { Family } from "./family.js";
import { namesOf, pascal } from "./names.js";

/** Prisma models of one family, a file of its own. */
export function printFamilySchema(family: Family, families: readonly Family[]): string {
  const n = namesOf(family);
  const pointing = families.filter((other) => other.related === family.noun).map(namesOf);
  const namespace = pascal(n.parents);
  const { extra } = family;
  return [
    model({
      name: n.parentTable,
      doc: `What members keep as ${n.parents}.`,
      namespace,
      columns: [
        column("hub_member_id", UUID, "Author's {@link hub_members.id}."),
        ...(family.related
          ? [
              column(
                `hub_${family.related}_id`,
                OPTIONAL_UUID,
                `Related {@link hub_${family.related}s.id}, if any.`,
              ),
            ]
          : []),
        column("title", "String", "Title of the last snapshot."),
        column("body", "String", "Content of the last snapshot."),
        column(extra.name, prismaType(extra), extra.doc),
        column("created_at", TIME, "Creation time of record."),
        column("updated_at", TIME, "Last update time of record."),
        column("deleted_at", OPTIONAL_TIME, "Deletion time of record. NULL while it is alive."),
      ],
      belongs: [
        belongs("author", "hub_members", "hub_member_id"),
        ...(family.related
          ? [
              `${family.related} hub_${family.related}s? @relation(fields: [hub_${family.related}_id], references: [id], onDelete: SetNull)`,
            ]
          : []),
      ],
      has: [
        `snapshots ${n.snapshotTable}[]`,
        `${n.children} ${n.childTable}[]`,
        `labelLinks ${n.junctionTable}[]`,
        ...pointing.map((other) => `${other.parents} ${other.parentTable}[]`),
      ],
      indexes: ["@@index([hub_member_id, created_at])", "@@index([created_at])"],
    }),
    model({
      name: n.snapshotTable,
      doc: `What one of the {@link ${n.parentTable}} said at one point of time.`,
      namespace,
      columns: [
        column(n.key, UUID, `Belonged {@link ${n.parentTable}.id}.`),
        column("title", "String", "Title at that time."),
        column("body", "String", "Content at that time."),
        column("created_at", TIME, "Creation time of record."),
      ],
      belongs: [belongs(n.noun, n.parentTable, n.key)],
      has: [],
      indexes: [`@@index([${n.key}, created_at])`],
    }),
    model({
      name: n.childTable,
      doc: `What members write below {@link ${n.parentTable}}.`,
      namespace,
      columns: [
        column(n.key, UUID, `Belonged {@link ${n.parentTable}.id}.`),
        column("hub_member_id", UUID, "Writer's {@link hub_members.id}."),
        column("body", "String", `Content of the ${n.child}.`),
        column("created_at", TIME, "Creation time of record."),
        column("updated_at", TIME, "Last update time of record."),
      ],
      belongs: [belongs(n.noun, n.parentTable, n.key), belongs("member", "hub_members", "hub_member_id")],
      has: [],
      indexes: [`@@index([${n.key}, created_at])`, "@@index([hub_member_id, created_at])"],
    }),
    model({
      name: n.junctionTable,
      doc: `Junction between {@link ${n.parentTable}} and {@link hub_labels}.`,
      namespace,
      columns: [
        column(n.key, UUID, `Labelled {@link ${n.parentTable}.id}.`),
        column("hub_label_id", UUID, "Attached {@link hub_labels.id}."),
        column("sequence", "Int @db.Integer", "Position of the label."),
      ],
      belongs: [belongs(n.noun, n.parentTable, n.key), belongs("label", "hub_labels", "hub_label_id")],
      has: [],
      indexes: [`@@unique([${n.key}, hub_label_id])`, "@@index([hub_label_id])"],
    }),
  ].join("\n");
}

/** Actors, their sessions and the labels, to which every family is tied. */
export function printSharedSchema(families: readonly Family[]): string {
  const names = families.map(namesOf);
  return [
    ...["member", "admin"].flatMap((actor) => [
      model({
        name: `hub_${actor}s`,
        doc: `Accounts of the actor ${actor}.`,
        namespace: "Actors",
        columns: [
          column("email", "String", "Email address, the identifier at login."),
          column("password_hash", "String", "Hash of the password. Never shown in any response."),
          column("name", "String", "Name of the person."),
          column("created_at", TIME, "Creation time of record."),
          column("updated_at", TIME, "Last update time of record."),
          column("deleted_at", OPTIONAL_TIME, "Time when the person left."),
        ],
        belongs: [],
        has: [
          `sessions hub_${actor}_sessions[]`,
          ...(actor === "member"
            ? names.flatMap((n) => [
                `${n.parents} ${n.parentTable}[]`,
                `${n.noun}${pascal(n.children)} ${n.childTable}[]`,
              ])
            : []),
        ],
        indexes: ["@@unique([email])"],
      }),
      model({
        name: `hub_${actor}_sessions`,
        doc: `Login sessions of {@link hub_${actor}s}.`,
        namespace: "Actors",
        columns: [
          column(`hub_${actor}_id`, UUID, `Owner's {@link hub_${actor}s.id}.`),
          column("ip", "String", "Address of the client."),
          column("href", "String", "Page from which the session was opened."),
          column("referrer", "String", "Page visited before that one."),
          column("created_at", TIME, "Creation time of record."),
          column("expired_at", TIME, "Time when the session stops to be refreshable."),
        ],
        belongs: [belongs(actor, `hub_${actor}s`, `hub_${actor}_id`)],
        has: [],
        indexes: [`@@index([hub_${actor}_id, created_at])`],
      }),
    ]),
    model({
      name: "hub_labels",
      doc: "Labels attachable to what members keep.",
      namespace: "Labels",
      columns: [
        column("name", "String", "The word itself."),
        column("created_at", TIME, "Creation time of record."),
      ],
      belongs: [],
      has: names.map((n) => `${n.noun}Labels ${n.junctionTable}[]`),
      indexes: ["@@unique([name])"],
    }),
  ].join("\n");
}

const UUID = "String @db.Uuid";
const OPTIONAL_UUID = "String? @db.Uuid";
const TIME = "DateTime @db.Timestamptz";
const OPTIONAL_TIME = "DateTime? @db.Timestamptz";

function prismaType(extra: Family["extra"]): string {
  const attribute = { String: "", Int: " @db.Integer", DateTime: " @db.Timestamptz" }[extra.kind];
  return `${extra.kind}${extra.optional ? "?" : ""}${attribute}`;
}

function column(name: string, type: string, doc: string): string {
  return `/// ${doc}\n  ${name} ${type}`;
}

function belongs(name: string, table: string, key: string): string {
  return `${name} ${table} @relation(fields: [${key}], references: [id], onDelete: Cascade)`;
}

function model(props: {
  name: string;
  doc: string;
  namespace: string;
  columns: string[];
  belongs: string[];
  has: string[];
  indexes: string[];
}): string {
  const columns = [column("id", "String @id @db.Uuid", "Primary Key."), ...props.columns];
  return `/// ${props.doc}
///
/// @namespace ${props.namespace}
/// @author AutoBE - https://github.com/wrtnlabs/autobe
model ${props.name} {
${[
  section("COLUMNS", columns, "\n\n"),
  section("BELONGED RELATIONS", props.belongs, "\n"),
  section("HAS RELATIONS", props.has, "\n"),
  section("INDEXES", props.indexes, "\n"),
]
  .filter((text) => text !== "")
  .join("\n\n")}
}
`;
}

function section(title: string, lines: string[], separator: string): string {
  if (lines.length === 0) return "";
  return `  //----\n  // ${title}\n  //----\n${lines.map((line) => `  ${line}`).join(separator)}`;
}
