import type { ChangeOf } from "../../change/change.js";
import { joinPath } from "../../spec/interface/read-routes.js";

/** The key that a stub gets: "POST /bbs/member/categories/{categoryId}/follow". */
export function keyOfStub({ method, path }: ChangeOf<"add-stub">): string {
  return `${method.toUpperCase()} ${joinPath(path)}`;
}
