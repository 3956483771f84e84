import type { tags } from "typia";

/** `.github/autobe.yml` as a person writes it; everything may be left out. */
export interface RepositoryConfigFile {
  /** Switches the bot off for this repository. */
  enabled?: boolean;
  /** What one request may change at most; a request that needs more is stopped and says so. */
  limits?: {
    /** Files. */
    files?: number & tags.Type<"uint32"> & tags.Minimum<1>;
    /** Lines added and removed. */
    lines?: number & tags.Type<"uint32"> & tags.Minimum<1>;
  };
  /** What is done with a change beside the static gates. */
  verify?: {
    /** Runs the repository's own tests, before and after a change. Off by default: it executes the repository's code. */
    run?: boolean;
    /** With "required" nothing is executed on a machine that cannot isolate it; a server always requires it. */
    isolation?: "required" | "preferred";
    /** What one run of all tests may take. */
    minutes?: number & tags.Type<"uint32"> & tags.Minimum<1> & tags.Maximum<60>;
    /** Values for the tests that the backend asks its environment for. No secrets: they can be read by everybody. */
    environment?: Record<string, string>;
  };
  /** The language model that the server was set up with; which one that is, a repository cannot say. */
  model?: {
    /** With false no text of this repository is sent to it: only commands are followed. */
    enabled?: boolean;
    /** With true a text is carried out at once; otherwise it is answered with a plan, and needs "/autobe apply". */
    auto?: boolean;
    /** What one change may ask of it at most. */
    calls?: number & tags.Type<"uint32"> & tags.Minimum<1> & tags.Maximum<1_000>;
    /** Tokens in and out that one change may take. */
    tokens?: number & tags.Type<"uint32"> & tags.Minimum<1>;
    /** How long one change may wait for answers. */
    minutes?: number & tags.Type<"uint32"> & tags.Minimum<1> & tags.Maximum<600>;
  };
}

/** The same with every default filled in. */
export interface RepositoryConfig {
  readonly enabled: boolean;
  readonly limits: Limits;
  readonly verify: VerifyConfig;
  readonly model: ModelConfig;
}

export interface Limits {
  readonly files: number;
  readonly lines: number;
}

export interface VerifyConfig {
  readonly run: boolean;
  readonly isolation: "required" | "preferred";
  readonly minutes: number;
  readonly environment: Readonly<Record<string, string>>;
}

export interface ModelConfig {
  readonly enabled: boolean;
  readonly auto: boolean;
  readonly calls: number;
  readonly tokens: number;
  readonly minutes: number;
}

export const DEFAULT_CONFIG: RepositoryConfig = {
  enabled: true,
  limits: { files: 1_000, lines: 100_000 },
  verify: { run: false, isolation: "preferred", minutes: 10, environment: {} },
  model: { enabled: true, auto: false, calls: 60, tokens: 2_000_000, minutes: 60 },
};

export const CONFIG_PATH = ".github/autobe.yml";
