import type { PrismaClient } from "./client/client.js";
import type { Sql } from "./sql.js";

/** The open store: jobs, deliveries, leases. */
export interface Store {
  /** Where it is, without a password: a folder or a server. */
  readonly place: string;
  readonly sql: Sql;
  readonly prisma: PrismaClient;
  close(): Promise<void>;
}
