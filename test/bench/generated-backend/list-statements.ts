/** Statements of an operation that gives one page of records. */
export function listStatements(props: {
  table: string;
  transformer: string;
  page: string;
  where: string;
  orderBy: string;
}): string {
  return `
  const page = props.body.page ?? 1;
  const limit = props.body.limit ?? 20;
  const skip = (page - 1) * limit;
  const whereInput = {${props.where}} satisfies Prisma.${props.table}WhereInput;
  const data = await MyGlobal.prisma.${props.table}.findMany({
    where: whereInput,
    skip,
    take: limit,
    orderBy: ${props.orderBy},
    ...${props.transformer}.select(),
  });
  const total = await MyGlobal.prisma.${props.table}.count({ where: whereInput });

  return {
    pagination: {
      current: page,
      limit,
      records: total,
      pages: Math.ceil(total / limit),
    },
    data: await ArrayUtil.asyncMap(data, ${props.transformer}.transform),
  } satisfies ${props.page};`;
}
