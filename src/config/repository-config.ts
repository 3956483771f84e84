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
}

/** The same with every default filled in. */
export interface RepositoryConfig {
  readonly enabled: boolean;
  readonly limits: Limits;
}

export interface Limits {
  readonly files: number;
  readonly lines: number;
}

export const DEFAULT_CONFIG: RepositoryConfig = {
  enabled: true,
  limits: { files: 1_000, lines: 100_000 },
};

export const CONFIG_PATH = ".github/autobe.yml";
