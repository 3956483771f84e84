import { listStatements } from "./list-statements.js";
import { withArticle } from "./names.js";
import type { Names } from "./names.js";
import type { Operation } from "./operation.js";

/** The five endpoints of what is put below the parent. */
export function childOperations(n: Names): Operation[] {
  const open = ["hub", n.parents, `:${n.parentId}`, n.children];
  const own = ["hub", "member", n.parents, `:${n.parentId}`, n.children];
  return [
    {
      ...{ method: "patch", name: "index", controller: open, suffix: "", actor: undefined },
      ...{ body: `I${n.childType}.IRequest`, output: `IPageI${n.childType}` },
      summary: `List the ${n.children} of ${withArticle(n.noun)}, oldest first.`,
      description: `Every ${n.child} comes with its writer.`,
      statements: listStatements({
        table: n.childTable,
        transformer: `${n.childType}Transformer`,
        page: `IPageI${n.childType}`,
        where: `${n.noun}: { id: props.${n.parentId}, deleted_at: null }`,
        orderBy: `{ created_at: "asc" }`,
      }),
    },
    {
      ...{ method: "get", name: "at", controller: open, suffix: `:${n.childId}`, actor: undefined },
      ...{ body: undefined, output: `I${n.childType}` },
      summary: `Read ${withArticle(n.child)} of ${withArticle(n.noun)}.`,
      description: `Shows the ${n.child} with its writer.`,
      statements: `
  const ${n.child} = await MyGlobal.prisma.${n.childTable}.findFirstOrThrow({
    where: {
      id: props.${n.childId},
      ${n.noun}: { id: props.${n.parentId}, deleted_at: null },
    },
    ...${n.childType}Transformer.select(),
  });
  return await ${n.childType}Transformer.transform(${n.child});`,
    },
    {
      ...{ method: "post", name: "create", controller: own, suffix: "", actor: "member" },
      ...{ body: `I${n.childType}.ICreate`, output: `I${n.childType}` },
      summary: `Write ${withArticle(n.child)}.`,
      description: `It is put below the ${n.noun}.`,
      statements: `
  const ${n.noun} = await MyGlobal.prisma.${n.parentTable}.findFirstOrThrow({
    where: { id: props.${n.parentId}, deleted_at: null },
    select: { id: true },
  });
  const record = await MyGlobal.prisma.${n.childTable}.create({
    data: await ${n.childType}Collector.collect({
      body: props.body,
      hub${n.parentType.slice(3)}s: ${n.noun} as unknown as IEntity,
      hubMembers: props.member,
    }),
    ...${n.childType}Transformer.select(),
  });
  return await ${n.childType}Transformer.transform(record);`,
    },
    {
      ...{ method: "put", name: "update", controller: own, suffix: `:${n.childId}` },
      ...{ actor: "member", body: `I${n.childType}.IUpdate`, output: `I${n.childType}` },
      summary: `Edit the own ${n.child}.`,
      description: "Properties left out keep their values.",
      statements: `${ownChild(n, "edit")}

  const updated = await MyGlobal.prisma.${n.childTable}.update({
    where: { id: ${n.child}.id },
    data: {
      ...(props.body.body !== undefined && { body: props.body.body }),
      updated_at: new Date(),
    },
    ...${n.childType}Transformer.select(),
  });
  return await ${n.childType}Transformer.transform(updated);`,
    },
    {
      ...{ method: "delete", name: "erase", controller: own, suffix: `:${n.childId}` },
      ...{ actor: "member", body: undefined, output: "void" },
      summary: `Erase the own ${n.child}.`,
      description: `The ${n.child} is removed for good.`,
      statements: `${ownChild(n, "erase")}

  await MyGlobal.prisma.${n.childTable}.delete({ where: { id: ${n.child}.id } });`,
    },
  ];
}

function ownChild(n: Names, verb: string): string {
  return `
  const ${n.child} = await MyGlobal.prisma.${n.childTable}.findFirstOrThrow({
    where: { id: props.${n.childId}, ${n.key}: props.${n.parentId} },
    select: { id: true, hub_member_id: true },
  });
  if (${n.child}.hub_member_id !== props.member.id)
    throw new HttpException("You can ${verb} your own ${n.children} only.", 403);`;
}
