import { planChange } from "../../../src/plan/plan-change.js";
import type { Planned } from "../../../src/plan/planned.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { changeOf } from "../../support/change-of.js";

export const SCHEMA = `datasource db {
  provider = "postgresql"
}

model shop_staffs {
  id   String @id @db.Uuid
  name String
}

model shop_customers {
  id   String @id @db.Uuid
  name String
}

model shop_orders {
  id         String   @id @db.Uuid
  title      String
  price      Float
  created_at DateTime @db.Timestamptz

  lines shop_lines[]

  @@index([created_at])
}

model shop_lines {
  id            String @id @db.Uuid
  shop_order_id String @db.Uuid
  amount        Int

  order shop_orders @relation(fields: [shop_order_id], references: [id], onDelete: Cascade)
}
`;

const ORDER = `import { tags } from "typia";

export type IShopOrder = {
  id: string & tags.Format<"uuid">;
  title: string;
  price: number;
  created_at: string & tags.Format<"date-time">;
};
export namespace IShopOrder {
  export type ICreate = {
    title: string;
    price: number;
  };
  export type IUpdate = {
    title?: string;
    price?: number;
  };
}
`;

const IMPORTS = `import { HttpException } from "@nestjs/common";
import { v4 } from "uuid";

import { MyGlobal } from "../MyGlobal";
import { IShopOrder } from "../api/structures/IShopOrder";
import { CustomerPayload } from "../decorators/payload/CustomerPayload";
import { StaffPayload } from "../decorators/payload/StaffPayload";
`;

export const SHOWN = `{
    id: row.id,
    title: row.title,
    price: row.price,
    created_at: row.created_at.toISOString(),
  }`;

const CONTROLLER = `import { TypedBody, TypedParam, TypedRoute } from "@nestia/core";
import { Controller } from "@nestjs/common";
import { IShopOrder } from "../api/structures/IShopOrder";
import { StaffAuth } from "../decorators/StaffAuth";
import { StaffPayload } from "../decorators/payload/StaffPayload";
import { putOrders } from "../providers/put";

@Controller("/orders")
export class OrdersController {
  @TypedRoute.Put(":orderId")
  public async update(
    @StaffAuth() staff: StaffPayload,
    @TypedParam("orderId") orderId: string,
    @TypedBody() body: IShopOrder.IUpdate,
  ): Promise<IShopOrder> {
    return await putOrders({ staff, orderId, body });
  }
}
`;

/** A backend of orders with the code of some providers, by name. */
export function shop(providers: Readonly<Record<string, string>>, schema = SCHEMA): Backend {
  const actors = ["Staff", "Customer"].flatMap((name) => [
    [`src/decorators/${name}Auth.ts`, `export const ${name}Auth = () => () => {};\n`] as const,
    [
      `src/decorators/payload/${name}Payload.ts`,
      `export interface ${name}Payload { id: string; type: "${name.toLowerCase()}" }\n`,
    ] as const,
  ]);
  return makeBackend(
    "shop",
    new Map([
      ["prisma/schema/main.prisma", schema],
      ["src/api/structures/IShopOrder.ts", ORDER],
      ...("put" in providers ? [["src/controllers/OrdersController.ts", CONTROLLER] as const] : []),
      [
        "src/MyGlobal.ts",
        'import { PrismaClient } from "@prisma/client";\nexport class MyGlobal { static prisma: PrismaClient }\n',
      ],
      ...actors,
      ...Object.entries(providers).map(
        ([name, text]) =>
          [`src/providers/${name}.ts`, text.startsWith("import") ? text : IMPORTS + text] as const,
      ),
    ]),
  );
}

export function plan(backend: Backend, line: string): Planned {
  return planChange(backend, changeOf(line), new Map());
}

/** The lines of a file that a change puts in. */
export function addedTo(backend: Backend, line: string, path: string): readonly string[] {
  const planned = plan(backend, line);
  if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
  const after = applyEdits(backend, planned.edits()).files.get(path)?.text?.split("\n") ?? [];
  const before = backend.files.get(path)?.text?.split("\n") ?? [];
  return after.filter((each) => !before.includes(each));
}

export const POST_BY_STAFF = `
export async function postOrders(props: { staff: StaffPayload; body: IShopOrder.ICreate }): Promise<IShopOrder> {
  const row = await MyGlobal.prisma.shop_orders.create({
    data: {
      id: v4(),
      title: props.body.title,
      price: props.body.price,
      created_at: new Date(),
    },
  });
  return ${SHOWN};
}
`;

export const POST_BY_CUSTOMER = `
export async function postCustomerOrders(props: { customer: CustomerPayload; body: IShopOrder.ICreate }): Promise<IShopOrder> {
  const { customer, body } = props;
  const row = await MyGlobal.prisma.shop_orders.create({
    data: {
      id: v4(),
      title: body.title,
      price: body.price,
      created_at: new Date(),
    },
  });
  return ${SHOWN};
}
`;

export const PUT = `
export async function putOrders(props: { staff: StaffPayload; orderId: string; body: IShopOrder.IUpdate }): Promise<IShopOrder> {
  const row = await MyGlobal.prisma.shop_orders.update({
    where: { id: props.orderId },
    data: {
      title: props.body.title,
      price: props.body.price,
    },
  });
  return ${SHOWN};
}
`;
