import { printChange } from "../../../src/change/forms.js";
import { NO_NAMES } from "../../../src/spec/names.js";
import type { Question } from "../../../src/generate/question.js";
import type { LendModel } from "../../../src/model/model-access.js";
import { EMPTY_PLAN, type Plan } from "../../../src/plan/plan.js";
import type { Planned } from "../../../src/plan/planned.js";
import type { Ports } from "../../../src/run/ports.js";
import type { Edit } from "../../../src/source/edit.js";

/** A backend just big enough to be taken for one. */
export const TINY = {
  "prisma/schema/main.prisma": "model comments {\n  id String @id\n}\n\nmodel likes {\n  id String @id\n}\n",
  "src/api/structures/IComment.ts": "export interface IComment {}\n",
  "src/api/structures/ILike.ts": "export interface ILike {}\n",
  "src/controllers/CommentController.ts": "export class CommentController {}\r\n",
  "docs/analysis/01.md": "# Comments\n\nPeople comment.\n\n# Likes\n\nPeople like.\n",
  "package.json": "{}\n",
};

export const QUESTION: Question = {
  id: "aaaaaaaaaaaa",
  construct: "negative guard",
  places: [
    {
      id: "bbbbbbbbbbbb",
      path: "src/providers/like.ts",
      line: 3,
      artefact: "like",
      snippet: "if (!x) throw new Error();",
    },
    {
      id: "cccccccccccc",
      path: "src/providers/like.ts",
      line: 9,
      artefact: "like",
      snippet: "if (!y) throw new Error();",
    },
  ],
  options: ["drop-operation", "keep", "drop-check"],
  recommended: "drop-operation",
};

export interface StubWorkshop extends Pick<Ports, "planChange" | "verify" | "migrationOf" | "now"> {
  /** Plans that were made. */
  runs: number;
  /** Called while the gates run. */
  during: () => Promise<void>;
  /** Whether a gate fails. */
  broken: boolean;
  /** Left out as long as no model is set up. */
  lendModel?: LendModel | undefined;
}

/** Stands in for planner and gates: removing comments is clear, likes has a question, "things" is ambiguous. */
export function stubWorkshop(): StubWorkshop {
  const workshop: StubWorkshop = {
    runs: 0,
    during: async () => {},
    broken: false,
    now: () => 0,
    planChange: (backend, change, answers): Planned => {
      workshop.runs++;
      const asked = /^remove-(feature|field)$/.test(change.kind)
        ? printChange(change).slice("remove ".length)
        : "";
      const target = asked.toLowerCase();
      if (target === "things")
        return { kind: "ambiguous", candidates: [{ command: "remove comments", takes: ["comments"] }] };
      const dto = target.endsWith("likes") ? "ILike" : "IComment";
      const path = `src/api/structures/${dto}.ts`;
      const file = backend.files.get(path);
      if (!["comments", "likes", "field id from likes", "コメント 💬"].includes(target) || !file)
        return { kind: "nothing-to-do", reason: `There is no ${asked} here`, nearest: ["comments"] };
      const answered = QUESTION.places.every(({ id }) => answers.has(QUESTION.id) || answers.has(id));
      const questions = target === "likes" && !answered ? [QUESTION] : [];
      const edits = editsOf(path, file.text ?? "", backend.files.get("docs/analysis/01.md")?.text ?? "");
      return { kind: "plan", plan: planOf(asked, dto, path, questions), edits: () => edits };
    },
    verify: async () => {
      await workshop.during();
      const diagnostic = {
        gate: "types",
        code: "TS2339",
        message: "Property 'x' does not exist",
        artefact: "a",
      } as const;
      const place = { path: "src/api/structures/IComment.ts", line: 1 };
      return [
        {
          gate: "schema",
          verdict: "passed",
          summary: "Prisma 7.10.0 takes it",
          diagnostics: [],
          duration: 12,
        },
        {
          gate: "types",
          verdict: workshop.broken ? "failed" : "passed",
          summary: "TypeScript 6.0.3",
          diagnostics: workshop.broken ? [{ ...diagnostic, ...place, status: "new" }] : [],
          duration: 3400,
        },
      ];
    },
    migrationOf: async () => ({
      sql: 'DROP TABLE "comments";\n',
      dialect: "sqlite",
      risks: [
        { code: "destructive", statement: 'DROP TABLE "comments"', reason: "All rows of comments are lost" },
      ],
      refusals: [],
    }),
  };
  return workshop;
}

function editsOf(path: string, before: string, document: string): Edit[] {
  return [
    {
      path: "docs/analysis/01.md",
      before: document,
      after: document.replace("# Comments\n\nPeople comment.\n\n", ""),
    },
    { path, before, after: null },
  ];
}

function planOf(target: string, dto: string, path: string, questions: readonly Question[]): Plan {
  const step = { action: "edit", way: "derived", reasons: [{ cause: target, how: "describes" }] } as const;
  return {
    ...EMPTY_PLAN,
    change: `remove ${target}`,
    removed: { ...NO_NAMES, models: [target], dtos: [dto] },
    steps: [
      {
        ...step,
        path: "docs/analysis/01.md",
        kind: "requirement",
        artefact: "Comments",
        layer: "requirements",
      },
      { ...step, path, kind: "dto", artefact: dto, action: "delete", layer: "interface" },
    ],
    questions,
  };
}
