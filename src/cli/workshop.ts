import type { Environment } from "../config/environment.js";
import { planChange } from "../plan/plan-change.js";
import { migrationOf } from "../verify/migration.js";
import { verify } from "../verify/verify.js";
import { localWorkspace } from "../workspace/local-workspace.js";
import { lendModel } from "./lend-model.js";
import type { Workshop } from "./tools.js";

/** The real planner and the real gates, over a workspace in the cache folder. */
export function openWorkshop(environment: Environment): Workshop {
  const { folders } = environment;
  const workspace = localWorkspace({ cache: folders.cache });
  return {
    planChange,
    migrationOf,
    lendModel: lendModel(environment),
    verify: async ({ gates, ...trees }) =>
      await verify({ ...trees, workspace, ...(gates === null ? {} : { gates }) }),
  };
}
