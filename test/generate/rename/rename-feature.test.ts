import { describe, expect, test } from "@jest/globals";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Planned } from "../../../src/plan/planned.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { contractChanges } from "../../../src/spec/contract/contract-changes.js";
import { readSpec } from "../../../src/spec/spec.js";

const SCHEMA = `datasource db {
  provider = "postgresql"
}

model app_posts {
  id String @id
  app_user_id String
  title String
  note_policy String
  notes_count Int
  author app_users @relation(fields: [app_user_id], references: [id])
  notes app_post_notes[]
  notaries app_post_notaries[]
}

model app_post_notes {
  id String @id
  app_post_id String
  text String
  post app_posts @relation(fields: [app_post_id], references: [id])
  files app_post_note_files[]
}

model app_post_note_files {
  id String @id
  app_post_note_id String
  note app_post_notes @relation(fields: [app_post_note_id], references: [id])
}

model app_post_notaries {
  id String @id
  app_post_id String
  post app_posts @relation(fields: [app_post_id], references: [id])
}

model app_users {
  id String @id
  posts app_posts[]
}
`;

const FILES: Readonly<Record<string, string>> = {
  "prisma/schema/main.prisma": SCHEMA,
  "docs/analysis/01-all.md": `# All\n\n- [Notes](#writing-a-note)\n\n## Writing a Note\n\nA member writes a note.\n\n## Note Policy\n\nWho may write.\n`,
  "src/api/structures/IAppPost.ts": `import { IAppPostNote } from "./IAppPostNote";
export type IAppPost = { id: string; note_policy: string; notes_count: number; notes: IAppPostNote[] };
`,
  "src/api/structures/IAppPostNote.ts": `export type IAppPostNote = { id: string; text: string };
export namespace IAppPostNote {
  export type ICreate = { text: string };
}
`,
  "src/api/structures/IAppPostNotary.ts": `export type IAppPostNotary = { id: string; note: string };\n`,
  "src/controllers/app/posts/notes/AppPostsNotesController.ts": `import { TypedBody, TypedParam, TypedRoute } from "@nestia/core";
import { Controller } from "@nestjs/common";
import { IAppPostNote } from "../../../../api/structures/IAppPostNote";
import { putAppPostsPostIdNotesNoteId } from "../../../../providers/putAppPostsPostIdNotesNoteId";

@Controller("/app/posts/:postId/notes")
export class AppPostsNotesController {
  /**
   * Change a note.
   *
   * @param noteId Id of the note
   */
  @TypedRoute.Put(":noteId")
  public async update(
    @TypedParam("postId") postId: string,
    @TypedParam("noteId") noteId: string,
    @TypedBody() body: IAppPostNote.ICreate,
  ): Promise<IAppPostNote> {
    return await putAppPostsPostIdNotesNoteId({ postId, noteId, body });
  }
}
`,
  "src/providers/putAppPostsPostIdNotesNoteId.ts": `import { Prisma, PrismaClient } from "@prisma/client";
import { IAppPostNote } from "../api/structures/IAppPostNote";
declare const prisma: PrismaClient;

/** @param props.noteId Id of the note */
export async function putAppPostsPostIdNotesNoteId(props: {
  postId: string;
  noteId: string;
  body: IAppPostNote.ICreate;
}): Promise<IAppPostNote> {
  const { noteId } = props;
  const note = await prisma.app_post_notes.update({
    where: { id: noteId, post: { note_policy: "open" } },
    data: { text: props.body.text },
  });
  await prisma.app_post_note_files.deleteMany({ where: { note: { id: note.id } } });
  return note;
}
`,
  "src/modules/notary-board.ts": `import type { IAppPostNotary } from "../api/structures/IAppPostNotary";
import type { IAppPostNote } from "../api/structures/IAppPostNote";
export const label = (notary: IAppPostNotary, note: IAppPostNote): string => notary.note + note.text;
`,
  "test/generate/generate_random_app_post_note.ts": `import { IAppPostNote } from "../../src/api/structures/IAppPostNote";
export const generate_random_app_post_note = (): IAppPostNote.ICreate => ({ text: "a note" });
`,
  "test/features/api/note/test_api_note_policy.ts": `import { generate_random_app_post_note } from "../../../generate/generate_random_app_post_note";
export const test_api_note_policy = (): unknown => generate_random_app_post_note();
`,
};

const backend = (more: Readonly<Record<string, string>> = {}): Backend =>
  makeBackend("tree", Object.entries({ ...FILES, ...more }));

function rename(
  to = "remarks",
  target = "notes",
  more?: Record<string, string>,
): { planned: Planned; head: Backend } {
  const base = backend(more);
  const planned = planChange(base, { kind: "rename-feature", target, to }, new Map());
  return { planned, head: planned.kind === "plan" ? applyEdits(base, planned.edits()) : base };
}

const said = (planned: Planned): string => ("reason" in planned ? planned.reason : planned.kind);

describe("a renamed feature", () => {
  const { planned, head } = rename();
  const text = (path: string): string => head.files.get(path)?.text ?? "";

  test("has its files under the new name, and only its own", () => {
    expect([...head.files.keys()].sort()).toEqual([
      "docs/analysis/01-all.md",
      "prisma/schema/main.prisma",
      "src/api/structures/IAppPost.ts",
      "src/api/structures/IAppPostNotary.ts",
      "src/api/structures/IAppPostRemark.ts",
      "src/controllers/app/posts/remarks/AppPostsRemarksController.ts",
      "src/modules/notary-board.ts",
      "src/providers/putAppPostsPostIdRemarksRemarkId.ts",
      "test/features/api/remark/test_api_note_policy.ts",
      "test/generate/generate_random_app_post_remark.ts",
    ]);
  });

  test("in the schema: tables, relations, keys and counters, but no column that says another thing", () => {
    expect(text("prisma/schema/main.prisma")).toBe(
      SCHEMA.replaceAll("app_post_note_", "app_post_remark_")
        .replaceAll("app_post_notes", "app_post_remarks")
        .replace("notes_count", "remarks_count")
        .replace("  notes app", "  remarks app")
        .replace("  note app", "  remark app"),
    );
  });

  test("in DTOs and what is written by hand", () => {
    expect(text("src/api/structures/IAppPost.ts")).toContain(
      "{ id: string; note_policy: string; remarks_count: number; remarks: IAppPostRemark[] }",
    );
    expect(text("src/modules/notary-board.ts")).toContain(
      "(notary: IAppPostNotary, note: IAppPostRemark): string => notary.note + note.text",
    );
  });

  test("in paths, parameters and the comments about them", () => {
    const controller = text("src/controllers/app/posts/remarks/AppPostsRemarksController.ts");
    for (const line of [
      '@Controller("/app/posts/:postId/remarks")',
      "   * @param remarkId Id of the note",
      '@TypedRoute.Put(":remarkId")',
      '@TypedParam("remarkId") remarkId: string,',
      "return await putAppPostsPostIdRemarksRemarkId({ postId, remarkId, body });",
    ])
      expect(controller).toContain(line);
    const provider = text("src/providers/putAppPostsPostIdRemarksRemarkId.ts");
    for (const line of [
      "/** @param props.remarkId Id of the note */",
      "const { remarkId: noteId } = props;",
      'where: { id: noteId, post: { note_policy: "open" } },',
      "prisma.app_post_remark_files.deleteMany({ where: { remark: { id: note.id } } });",
    ])
      expect(provider).toContain(line);
  });

  test("in headings of requirements and the links to them; prose is listed", () => {
    expect(text("docs/analysis/01-all.md")).toBe(
      "# All\n\n- [Notes](#writing-a-remark)\n\n## Writing a Remark\n\nA member writes a note.\n\n## Note Policy\n\nWho may write.\n",
    );
    expect(planned.kind === "plan" ? planned.plan.notices : []).toContainEqual(
      expect.objectContaining({ kind: "mixed-requirement", line: 7 }),
    );
  });

  test("says where a string names a path that has moved", () => {
    const call = { "src/modules/call.ts": 'export const all = "/app/notes/" + "/app/posts";\n' };
    const controller = FILES["src/controllers/app/posts/notes/AppPostsNotesController.ts"] ?? "";
    const moved = controller.replace("/app/posts/:postId/notes", "/app/notes").replaceAll("AppPosts", "App");
    const { planned: plan } = rename("remarks", "notes", {
      ...call,
      "src/controllers/app/notes/AppNotesController.ts": moved,
    });
    expect(plan.kind === "plan" ? plan.plan.notices : [plan]).toContainEqual({
      kind: "prose",
      path: "src/modules/call.ts",
      line: 1,
      text: "It names the path /app/notes, which has moved.",
    });
  });

  test("is said to callers as moved", () => {
    if (planned.kind !== "plan") throw new Error(said(planned));
    const changes = contractChanges(readSpec(backend()).api, readSpec(head).api, planned.plan.renames);
    expect(changes).toEqual([
      expect.objectContaining({
        effect: "operation moved",
        name: "PUT /app/posts/{postId}/notes/{noteId}",
        to: "PUT /app/posts/{postId}/remarks/{remarkId}",
      }),
    ]);
  });

  test("leaves nothing to do for a second run", () => {
    const again = planChange(head, { kind: "rename-feature", target: "notes", to: "remarks" }, new Map());
    expect(said(again)).toBe('Nothing here is called "notes", and "remarks" is there already.');
  });
});

describe("a feature", () => {
  test("may get a name of several words", () => {
    const { head } = rename("side remarks");
    const schema = head.files.get("prisma/schema/main.prisma")?.text ?? "";
    expect(schema).toContain("model app_post_side_remarks {");
    expect(schema).toContain(
      "  sideRemark app_post_side_remarks @relation(fields: [app_post_side_remark_id]",
    );
    expect(head.files.has("src/api/structures/IAppPostSideRemark.ts")).toBe(true);
  });

  test.each([
    ["notaries", "notes", "There is a model app_post_notaries already."],
    ["class", "notes", '"class" is a reserved word.'],
    ["users", "notes", "plan"],
    ["remarks", "nothings", 'Nothing here is called "nothings".'],
  ])("cannot be called %s: %s", (to, target, reason) =>
    expect(said(rename(to, target).planned)).toBe(reason),
  );

  test("is not renamed where a file of the new name is there already", () => {
    const path = "src/providers/putAppPostsPostIdRemarksRemarkId.ts";
    const { planned } = rename("remarks", "notes", { [path]: "export const other = 1;\n" });
    expect(said(planned)).toMatch(/would become .*putAppPostsPostIdRemarksRemarkId.ts, and there is one/);
  });
});
