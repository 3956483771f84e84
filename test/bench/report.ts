import type { Measurement } from "./run-measure.js";

/** The table of a run, as lines of Markdown. Ratios first; times only to see where they come from. */
export function reportOf(figures: Readonly<Record<string, Measurement>>, repetitions: number): string[] {
  const of = (key: string): ((name: string) => number) => {
    const found = figures[key] ?? {};
    return (name) => found[name] ?? NaN;
  };
  const boundary = of("boundary:files");
  const cold = of("graphCold:files");
  const warm = of("graphWarm:files");
  const cruiser = of("cruiseImports:files");
  const madge = of("madgeImports:files");
  return [
    `Medians of ${repetitions} repetitions, each measurement in a process of its own.`,
    "",
    `| ${boundary("files")} files, nothing cached | whole process | ours to it | processor time | ours to it | peak | imports found |`,
    "|---|---|---|---|---|---|---|",
    row("walk, read, hash", boundary, cold),
    row("our graph, members and all edges", cold, cold),
    row("our graph, facts of all files on the disk", of("graphStored:files"), cold),
    row("dependency-cruiser, imports only", cruiser, cold),
    row("madge, imports only", madge, cold),
    "",
    "| 99 of 100 blobs cached, in one process | time | to walk, read, hash |",
    "|---|---|---|",
    `| walk, read, hash | ${ms(warm("limitMs"))} | 1.00 |`,
    `| the same and our graph, files linked | ${ms(warm("linkedMs"))} | ${ratio(warm("linkedMs"), warm("limitMs"))} |`,
    `| the same, nodes and all edges | ${ms(warm("wholeMs"))} | ${ratio(warm("wholeMs"), warm("limitMs"))} |`,
    "",
    ...growth("the same removal", of("planRemoval:small"), of("planRemoval:large")),
    "",
    ...growth("created_by in every primary model", of("planAuthors:small"), of("planAuthors:large")),
    ...(figures["verifyRemoval:files"] ? [...checks(of), ...verification(of("verifyRemoval:files"))] : []),
  ];
}

/** How a plan grows from a backend of 50 endpoints to one of 500. */
function growth(title: string, small: Figures, large: Figures): string[] {
  const line = (name: string, figure: string, print: (value: number) => string): string =>
    `| ${name} | ${print(small(figure))} | ${print(large(figure))} | ${ratio(large(figure), small(figure))} |`;
  return [
    `| ${title} | 50 endpoints | 500 endpoints | ratio |`,
    "|---|---|---|---|",
    line("plan and edits, first in the process", "firstMs", ms),
    line("plan and edits, again", "againMs", ms),
    line("files edited", "edits", String),
    line("peak", "peakMiB", mib),
  ];
}

function checks(of: (key: string) => Figures): string[] {
  const full = of("checkFull:files");
  const line = (title: string, key: string): string => {
    const figures = of(key);
    const times = ["checkMs", "checkCpuMs"].map(
      (name) => `${ms(figures(name))} | ${ratio(figures(name), full(name))}`,
    );
    return `| ${title} | ${figures("files")} | ${times.join(" | ")} | ${mib(figures("peakMiB"))} |`;
  };
  return [
    "",
    "| check of one removal's head | files | time | ratio | processor time | ratio | peak |",
    "|---|---|---|---|---|---|---|",
    line("all files, from the beginning", "checkFull:files"),
    line("what the removal reaches, from the beginning", "checkScoped:files"),
    line("the same, the base open in the compiler", "checkResident:files"),
  ];
}

function verification(figures: Figures): string[] {
  const both = figures("bothMs");
  const head = figures("headMs");
  return [
    "",
    "| types gate of one removal, once | time | ratio |",
    "|---|---|---|",
    `| base and head | ${ms(both)} | 1.00 |`,
    `| another head, base kept | ${ms(head)} | ${ratio(head, both)} |`,
  ];
}

type Figures = (name: string) => number;

function row(title: string, figures: Figures, ours: Figures): string {
  const imports = Number.isNaN(figures("imports")) ? "–" : String(figures("imports"));
  const times = ["processMs", "cpuMs"].map(
    (name) => `${ms(figures(name))} | ${ratio(ours(name), figures(name))}`,
  );
  return `| ${title} | ${times.join(" | ")} | ${mib(figures("peakMiB"))} | ${imports} |`;
}

function ratio(value: number, base: number): string {
  return (value / base).toFixed(2);
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}

function mib(value: number): string {
  return `${Math.round(value)} MiB`;
}
