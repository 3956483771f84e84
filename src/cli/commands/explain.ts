import type { Command } from "commander";
import { buildGraph } from "../../graph/build-graph.js";
import { explain, type Explanation } from "../../graph/questions/explain.js";
import { SUCCESS } from "../exit-codes.js";
import { readFolderBackend } from "../read-folder-backend.js";
import type { Tools } from "../tools.js";
import { unknownArtefact } from "../unknown-artefact.js";

interface ExplainOptions {
  readonly repo: string;
  readonly json?: boolean;
}

export function addExplain(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("explain")
    .description("say what an artefact uses and what uses it")
    .argument("<artefact>", "a model, field, DTO, property, operation, file or exported name")
    .option("--repo <folder>", "the backend: a folder", ".")
    .option("--json", "print a list of {node, uses, users}")
    .action(async (artefact: string, options: ExplainOptions) => {
      const backend = await readFolderBackend(options.repo);
      const graph = buildGraph(backend, tools.factCache(tools.environment()));
      const explained = explain(graph, artefact);
      if (explained.kind === "unknown") throw unknownArtefact(artefact, explained.nearest);
      const { explanations } = explained;
      const text = options.json
        ? `${JSON.stringify(explanations, null, 2)}\n`
        : explanations.map(textOf).join("\n");
      tools.console.out(text);
      end(SUCCESS);
    });
}

function textOf({ node, uses, users }: Explanation): string {
  const lines = [
    `${node.kind} ${node.name}  (${node.path})`,
    ...uses.map(({ how, to }) => `  ${how} ${to}`),
    ...users.map(({ how, from }) => `  used by ${from} (${how})`),
  ];
  return `${lines.join("\n")}\n`;
}
