import type { Family } from "./family.js";
import { listStatements } from "./list-statements.js";
import { namesOf } from "./names.js";
import type { Operation } from "./operation.js";

/** Endpoints that belong to no family: labels and the dashboard. */
export function sharedOperations(families: readonly Family[]): Operation[] {
  return [...labelOperations(), dashboard(families)];
}

function labelOperations(): Operation[] {
  const open = { controller: ["hub", "labels"], actor: undefined };
  const closed = { controller: ["hub", "admin", "labels"], actor: "admin" } as const;
  return [
    {
      ...{ ...open, method: "patch", name: "index", suffix: "" },
      ...{ body: "IHubLabel.IRequest", output: "IPageIHubLabel.ISummary" },
      summary: "List labels.",
      description: "Labels come in alphabetic order.",
      statements: listStatements({
        table: "hub_labels",
        transformer: "HubLabelAtSummaryTransformer",
        page: "IPageIHubLabel.ISummary",
        where: "...(props.body.search ? { name: { contains: props.body.search } } : {})",
        orderBy: `{ name: "asc" }`,
      }),
    },
    {
      ...{ ...open, method: "get", name: "at", suffix: ":labelId" },
      ...{ body: undefined, output: "IHubLabel" },
      summary: "Read a label.",
      description: "Shows when the label was created.",
      statements: `
  const label = await MyGlobal.prisma.hub_labels.findUniqueOrThrow({
    where: { id: props.labelId },
    ...HubLabelTransformer.select(),
  });
  return await HubLabelTransformer.transform(label);`,
    },
    {
      ...{ ...closed, method: "post", name: "create", suffix: "" },
      ...{ body: "IHubLabel.ICreate", output: "IHubLabel" },
      summary: "Create a label.",
      description: "The name must be unique in the hub.",
      statements: `
  const record = await MyGlobal.prisma.hub_labels.create({
    data: await HubLabelCollector.collect({ body: props.body }),
    ...HubLabelTransformer.select(),
  });
  return await HubLabelTransformer.transform(record);`,
    },
    {
      ...{ ...closed, method: "delete", name: "erase", suffix: ":labelId" },
      ...{ body: undefined, output: "void" },
      summary: "Erase a label.",
      description: "The label disappears from everything that has it.",
      statements: `
  await MyGlobal.prisma.hub_labels.delete({ where: { id: props.labelId } });`,
    },
  ];
}

function dashboard(families: readonly Family[]): Operation {
  const names = families.map(namesOf);
  return {
    ...{ method: "get", name: "at", controller: ["hub", "admin", "dashboard"], suffix: "" },
    ...{ actor: "admin", body: undefined, output: "IHubDashboard" },
    summary: "Read the dashboard.",
    description: "Counts what there is in the hub.",
    statements: `
  const [${names.map((n) => n.parents).join(", ")}] = await Promise.all([
    ${names.map((n) => `MyGlobal.prisma.${n.parentTable}.count({ where: { deleted_at: null } }),`).join("\n")}
  ]);
  return {
    ${names.map((n) => `${n.parents}_count: ${n.parents},`).join("\n")}
  };`,
  };
}
