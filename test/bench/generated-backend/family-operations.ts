import type { Family } from "./family.js";
import { childOperations } from "./child-operations.js";
import { listStatements } from "./list-statements.js";
import { namesOf, withArticle } from "./names.js";
import type { Names } from "./names.js";
import type { Operation } from "./operation.js";

/** The 12 or 13 endpoints of a family, in the order of their controllers. */
export function familyOperations(family: Family): Operation[] {
  const names = namesOf(family);
  return [
    ...readOperations(names),
    ...writeOperations(family, names),
    ...(family.moderated ? [moderation(names)] : []),
    ...snapshotOperations(names),
    ...childOperations(names),
  ];
}

function readOperations(n: Names): Operation[] {
  const controller = ["hub", n.parents];
  return [
    {
      ...{ method: "patch", name: "index", controller, suffix: "", actor: undefined },
      body: `I${n.parentType}.IRequest`,
      output: `IPageI${n.parentType}.ISummary`,
      summary: `List ${n.parents}, newest first.`,
      description: `Erased ${n.parents} are not listed.`,
      statements: listStatements({
        table: n.parentTable,
        transformer: `${n.parentType}AtSummaryTransformer`,
        page: `IPageI${n.parentType}.ISummary`,
        where: `deleted_at: null, ...(props.body.search ? { OR: [{ title: { contains: props.body.search } }, { ${n.children}: { some: { body: { contains: props.body.search } } } }] } : {}), ...(props.body.label ? { labelLinks: { some: { label: { name: props.body.label } } } } : {})`,
        orderBy: `{ created_at: "desc" }`,
      }),
    },
    {
      ...{ method: "get", name: "at", controller, suffix: `:${n.parentId}`, actor: undefined },
      body: undefined,
      output: `I${n.parentType}`,
      summary: `Read ${withArticle(n.noun)}.`,
      description: `Shows the ${n.noun} with its labels and its ${n.children}.`,
      statements: `
  const ${n.noun} = await MyGlobal.prisma.${n.parentTable}.findFirstOrThrow({
    where: { id: props.${n.parentId}, deleted_at: null },
    ...${n.parentType}Transformer.select(),
  });
  return await ${n.parentType}Transformer.transform(${n.noun});`,
    },
  ];
}

function writeOperations(family: Family, n: Names): Operation[] {
  const controller = ["hub", "member", n.parents];
  const shared = { controller, actor: "member", output: `I${n.parentType}` } as const;
  return [
    {
      ...shared,
      ...{ method: "post", name: "create", suffix: "", body: `I${n.parentType}.ICreate` },
      summary: `Create ${withArticle(n.noun)}.`,
      description: `The first snapshot is kept together with the ${n.noun}.`,
      statements: `
  const record = await MyGlobal.prisma.${n.parentTable}.create({
    data: await ${n.parentType}Collector.collect({
      body: props.body,
      hubMembers: props.member,
    }),
    ...${n.parentType}Transformer.select(),
  });
  return await ${n.parentType}Transformer.transform(record);`,
    },
    {
      ...shared,
      ...{ method: "put", name: "update", suffix: `:${n.parentId}` },
      body: `I${n.parentType}.IUpdate`,
      summary: `Edit the own ${n.noun}.`,
      description: "Another snapshot is kept whenever the title or the content changes.",
      statements: `${ownParent(n, "edit", "id: true, hub_member_id: true, title: true, body: true")}

  const title = props.body.title ?? ${n.noun}.title;
  const body = props.body.body ?? ${n.noun}.body;
  const changed = title !== ${n.noun}.title || body !== ${n.noun}.body;
  const updated = await MyGlobal.prisma.${n.parentTable}.update({
    where: { id: ${n.noun}.id },
    data: {
      title,
      body,
      ...(props.body.${family.extra.name} !== undefined && { ${family.extra.name}: props.body.${family.extra.name} }),
      ...(changed && {
        snapshots: { create: { id: v4(), title, body, created_at: new Date() } },
      }),
      updated_at: new Date(),
    },
    ...${n.parentType}Transformer.select(),
  });
  return await ${n.parentType}Transformer.transform(updated);`,
    },
    {
      ...{ method: "delete", name: "erase", controller, suffix: `:${n.parentId}`, actor: "member" },
      ...{ body: undefined, output: "void" },
      summary: `Erase the own ${n.noun}.`,
      description: `Its ${n.children} are removed for good.`,
      statements: `${ownParent(n, "erase", "id: true, hub_member_id: true")}
${eraseParent(n)}`,
    },
  ];
}

function moderation(n: Names): Operation {
  return {
    ...{ method: "delete", name: "erase", controller: ["hub", "admin", n.parents] },
    ...{ suffix: `:${n.parentId}`, actor: "admin", body: undefined, output: "void" },
    summary: `Erase ${withArticle(n.noun)} as moderation.`,
    description: `Its ${n.children} are removed for good.`,
    statements: `
  const ${n.noun} = await MyGlobal.prisma.${n.parentTable}.findFirstOrThrow({
    where: { id: props.${n.parentId}, deleted_at: null },
    select: { id: true },
  });
${eraseParent(n)}`,
  };
}

function snapshotOperations(n: Names): Operation[] {
  const controller = ["hub", n.parents, `:${n.parentId}`, "snapshots"];
  return [
    {
      ...{ method: "patch", name: "index", controller, suffix: "", actor: undefined },
      body: `I${n.snapshotType}.IRequest`,
      output: `IPageI${n.snapshotType}.ISummary`,
      summary: `List the snapshots of ${withArticle(n.noun)}, newest first.`,
      description: "There is at least one snapshot.",
      statements: listStatements({
        table: n.snapshotTable,
        transformer: `${n.snapshotType}AtSummaryTransformer`,
        page: `IPageI${n.snapshotType}.ISummary`,
        where: `${n.noun}: { id: props.${n.parentId}, deleted_at: null }`,
        orderBy: `{ created_at: "desc" }`,
      }),
    },
    {
      ...{ method: "get", name: "at", controller, suffix: ":snapshotId", actor: undefined },
      ...{ body: undefined, output: `I${n.snapshotType}` },
      summary: `Read a snapshot of ${withArticle(n.noun)}.`,
      description: `Shows what the ${n.noun} said at that time.`,
      statements: `
  const snapshot = await MyGlobal.prisma.${n.snapshotTable}.findFirstOrThrow({
    where: {
      id: props.snapshotId,
      ${n.noun}: { id: props.${n.parentId}, deleted_at: null },
    },
    ...${n.snapshotType}Transformer.select(),
  });
  return await ${n.snapshotType}Transformer.transform(snapshot);`,
    },
  ];
}

function ownParent(n: Names, verb: string, select: string): string {
  return `
  const ${n.noun} = await MyGlobal.prisma.${n.parentTable}.findFirstOrThrow({
    where: { id: props.${n.parentId}, deleted_at: null },
    select: { ${select} },
  });
  if (${n.noun}.hub_member_id !== props.member.id)
    throw new HttpException("You can ${verb} your own ${n.parents} only.", 403);`;
}

function eraseParent(n: Names): string {
  return `
  await MyGlobal.prisma.${n.childTable}.deleteMany({
    where: { ${n.key}: ${n.noun}.id },
  });
  await MyGlobal.prisma.${n.parentTable}.update({
    where: { id: ${n.noun}.id },
    data: { deleted_at: new Date() },
  });`;
}
