import { expect, test } from "@jest/globals";
import { makeBackend } from "../../../src/source/make-backend.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";
import type { Operation } from "../../../src/spec/interface/interface-spec.js";
import { readInterface } from "../../../src/spec/interface/read-interface.js";

const CONTROLLER = `
import core, { TypedBody, TypedParam, TypedRoute } from "@nestia/core";
import { Controller, Get, Body } from "@nestjs/common";
import { IThing } from "../api/structures/IThing";
import { patchThings } from "../providers/patchThings";
import * as provider from "../providers/deleteThingsThingId";

@Controller("/things")
export class ThingsController {
  @TypedRoute.Patch()
  public async index(@MemberAuth() member: MemberPayload, @TypedBody() body: IThing.IRequest): Promise<IPage<IThing.ISummary>> {
    try { return await patchThings({ member, body }); } catch (error) { console.log(error); throw error; }
  }
  @core.TypedRoute.Delete(":thingId/parts/:partId")
  async erase(@TypedParam("thingId") thingId: string, @TypedParam("partId") partId: string): Promise<void> {
    return provider.deleteThingsThingId({ thingId, partId });
  }
  /** @x-autobe-authorization-actor admin */
  @Get("mine")
  async mine(@core.TypedQuery() query: IThing.IRequest) { return patchThings({ body: query }); }
  helper(): IThing { throw 1; }
}
@Controller()
class Root { @core.TypedRoute.Post("join") join(@Body() body: IThing): IThing[] { return []; } }
class NoController { @TypedRoute.Get("never") never() {} }
`;
const SDK = (path: string) => `
export async function index(connection: IConnection, props: index.Props): Promise<index.Response> {}
export namespace index {
  export type Body = IThing.IRequest;
  export const METADATA = { method: "PATCH", path: "${path}", request: null } as const;
}`;

const backend = makeBackend("test", [
  [
    "src/api/structures/IThing.ts",
    "export type IThing = { a: 1 };\nexport namespace IThing { export type IRequest = { p: 1 }; export type ISummary = { a: 1 }; }",
  ],
  ["src/api/structures/IPage.ts", "export type IPage<T> = { data: T[] };"],
  ["src/controllers/ThingsController.ts", CONTROLLER],
  ["src/providers/patchThings.ts", "export async function patchThings(): Promise<IPage<IThing.ISummary>> {}"],
  ["src/providers/deleteThingsThingId.ts", ""],
  ["src/api/functional/things/index.ts", SDK("/things")],
  ["src/api/functional/things/parts/index.ts", SDK("/things/:thing/parts")],
  [
    "src/extra/ExtraController.ts",
    "@Controller('x') export class ExtraController { @TypedRoute.Patch(['/:a/']) run() {} }",
  ],
]);
const { operations } = readInterface(backend, readDatabase(backend));

function operation(key: string): Operation {
  const found = operations.get(key);
  if (found === undefined) throw new Error(`${key} of ${[...operations.keys()].join()}`);
  return found;
}

test("all routes, with their full paths", () => {
  expect([...operations.keys()]).toEqual([
    "PATCH /things",
    "DELETE /things/{thingId}/parts/{partId}",
    "GET /things/mine",
    "POST /join",
    "PATCH /x/{a}",
  ]);
});

test("what an operation takes, gives, calls and is called by", () => {
  expect(operation("PATCH /things")).toEqual({
    key: "PATCH /things",
    method: "PATCH",
    path: "/things",
    actor: "member",
    provider: { name: "patchThings", path: "src/providers/patchThings.ts" },
    controller: {
      path: "src/controllers/ThingsController.ts",
      className: "ThingsController",
      methodName: "index",
    },
    parameters: [],
    body: "IThing.IRequest",
    response: "IThing.ISummary",
    accessor: ["things", "index"],
  });
  expect(operation("DELETE /things/{thingId}/parts/{partId}")).toMatchObject({
    actor: null,
    parameters: ["thingId", "partId"],
    provider: { name: "deleteThingsThingId", path: "src/providers/deleteThingsThingId.ts" },
    body: null,
    response: null,
    accessor: null,
  });
});

test("a NestJS route with a query, the actor from the doc, the response from the provider", () => {
  expect(operation("GET /things/mine")).toMatchObject({
    actor: "admin",
    body: "IThing.IRequest",
    response: "IThing.ISummary",
  });
  expect(operation("POST /join")).toMatchObject({ provider: null, body: "IThing", response: "IThing" });
});

test("routes that differ in the names of their parameters only have an SDK function each", () => {
  const sdk = (name: string, path: string): string =>
    SDK(path).replace("function index", `function ${name}`).replace("namespace index", `namespace ${name}`);
  const { operations } = readInterface(
    makeBackend("test", [
      [
        "src/controllers/ThingsController.ts",
        `@Controller("things") export class ThingsController {
           @TypedRoute.Patch(":thingId") byId(): void {}
           @TypedRoute.Patch(":thingCode") byCode(): void {}
         }`,
      ],
      [
        "src/api/functional/things/index.ts",
        sdk("byThingid", "/things/:thingId") + sdk("byThingcode", "/things/:thingCode"),
      ],
    ]),
    readDatabase(backend),
  );
  expect([...operations.values()].map(({ key, accessor }) => [key, accessor?.at(-1)])).toEqual([
    ["PATCH /things/{thingId}", "byThingid"],
    ["PATCH /things/{thingCode}", "byThingcode"],
  ]);
});
