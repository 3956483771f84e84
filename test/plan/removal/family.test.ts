import { expect, test } from "@jest/globals";
import { familyOf } from "../../../src/plan/removal/family.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { readSpec } from "../../../src/spec/spec.js";

const SCHEMA = `model chat_rooms {
  id   String @id
  calls chat_calls[]
}

model chat_calls {
  id       String @id
  room_id  String
  room     chat_rooms @relation(fields: [room_id], references: [id])
  signals  chat_signals[]
}

model chat_signals {
  id      String @id
  text    String
  call_id String
  call    chat_calls @relation(fields: [call_id], references: [id])
}
`;

/** A controller with one method for each route, answered with the DTO. */
function controller(name: string, routes: readonly (readonly [string, string, string])[]): string {
  const methods = routes.map(
    ([method, path, dto], index) => `  @TypedRoute.${method}("${path}")
  public async at${index}(): Promise<${dto}> {
    return typia.random<${dto}>();
  }
`,
  );
  return `import { TypedRoute } from "@nestia/core";
import { Controller } from "@nestjs/common";

@Controller("/")
export class ${name} {
${methods.join("\n")}}
`;
}

/** The family of calls, where the routes are these. */
function familyOfCalls(routes: readonly (readonly [string, string, string])[]): readonly string[] {
  const backend = makeBackend("chat", [
    ["prisma/schema/main.prisma", SCHEMA],
    ["src/api/structures/IChatCall.ts", "export interface IChatCall {\n  id: string;\n}\n"],
    ["src/api/structures/IChatSignal.ts", "export interface IChatSignal {\n  id: string;\n}\n"],
    ["src/controllers/ChatController.ts", controller("ChatController", routes)],
  ]);
  const { database, api } = readSpec(backend);
  return [...familyOf(["chat_calls"], database, api).models];
}

const CALL = ["Get", "rooms/:roomId/call", "IChatCall"] as const;
const SIGNAL = ["Post", "rooms/:roomId/call/signals", "IChatSignal"] as const;

test("what is only found below the one resource at a path goes with it", () => {
  expect(familyOfCalls([CALL, SIGNAL])).toEqual(["chat_calls", "chat_signals"]);
});

test("what is also found elsewhere is a thing of its own", () => {
  expect(familyOfCalls([CALL, SIGNAL, ["Get", "signals/:signalId", "IChatSignal"]])).toEqual(["chat_calls"]);
});

test("what is found beside the many resources at a path is a thing of its own", () => {
  const many = [CALL, SIGNAL, ["Get", "rooms/:roomId/call/:callId", "IChatCall"]] as const;
  expect(familyOfCalls(many)).toEqual(["chat_calls"]);
});
