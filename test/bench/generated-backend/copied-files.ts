import { readFileSync } from "node:fs";

/** The hand-written backend from which the frame of the generated one is taken. */
const FRAME = new URL("../../../../fixtures/backends/bbs/", import.meta.url);

/** Files that are the same in every backend of this stack. */
const SAME = [
  ".gitignore",
  ".prettierignore",
  "nestia.config.ts",
  "package-lock.json",
  "package.json",
  "packages/api/package.json",
  "prettier.config.js",
  "prisma.config.ts",
  "prisma/schema/main.prisma",
  "src/MyBackend.ts",
  "src/MyConfiguration.ts",
  "src/MyGlobal.ts",
  "src/api/HttpError.ts",
  "src/api/IConnection.ts",
  "src/api/Primitive.ts",
  "src/api/Resolved.ts",
  "src/api/index.ts",
  "src/api/module.ts",
  "src/api/structures/IAuthorizationToken.ts",
  "src/api/structures/IEntity.ts",
  "src/api/structures/IPage.ts",
  "src/api/typings/DeepPartial.ts",
  "src/executable/server.ts",
  "src/providers/authorize/jwtAuthorize.ts",
  "src/setup/MySetupWizard.ts",
  "src/utils/PasswordUtil.ts",
  "src/utils/toISOStringSafe.ts",
  "test/index.ts",
  "test/tsconfig.json",
  "tsconfig.json",
] as const;

/** Files of the administrator, from which both actors are made. */
const ACTOR = [
  "src/api/functional/bbs/auth/admin/index.ts",
  "src/api/structures/IBbsAdmin.ts",
  "src/controllers/bbs/auth/admin/BbsAuthAdminController.ts",
  "src/decorators/AdminAuth.ts",
  "src/decorators/payload/AdminPayload.ts",
  "src/providers/authorize/adminAuthorize.ts",
  "src/providers/postBbsAuthAdminJoin.ts",
  "src/providers/postBbsAuthAdminLogin.ts",
  "src/providers/postBbsAuthAdminRefresh.ts",
  "src/transformers/BbsAdminAtSummaryTransformer.ts",
  "test/authorize/authorize_bbs_admin_join.ts",
  "test/authorize/authorize_bbs_admin_login.ts",
] as const;

export function copiedFiles(): Map<string, string> {
  return new Map<string, string>([
    ...SAME.map((path) => [path, read(path)] as const),
    ...ACTOR.map((path) => [renamed(path), renamed(read(path))] as const),
    ...ACTOR.map((path) => [asMember(renamed(path)), asMember(renamed(read(path)))] as const),
    ["test/features/api/auth/test_api_admin_join_and_login.ts", renamed(read(JOIN_TEST))],
  ]);
}

const JOIN_TEST = "test/features/api/auth/test_api_admin_join_and_login.ts";

function read(path: string): string {
  return readFileSync(new URL(path, FRAME), "utf8");
}

function renamed(text: string): string {
  return text.replaceAll("bbs", "hub").replaceAll("Bbs", "Hub");
}

function asMember(text: string): string {
  return text
    .replace(/\b([Aa])n administrator/g, "$1 member")
    .replaceAll("Administrator", "Member")
    .replaceAll("administrator", "member")
    .replaceAll("Admin", "Member")
    .replaceAll("admin", "member");
}
