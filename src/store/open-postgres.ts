import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./client/client.js";
import type { Row, Sql } from "./sql.js";
import type { Store } from "./store.js";
import { asking } from "./store-error.js";

/** A Postgres server, shared by any number of workers. */
export async function openPostgres(url: string): Promise<Store> {
  const place = withoutPassword(url);
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while idle must not end the process; the next query says what is wrong.
  pool.on("error", () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await pool.end();
  };
  try {
    await asking(place, "connecting", () => pool.query("SELECT 1"));
  } catch (error) {
    await close();
    throw error;
  }
  return { place, sql: sqlOf(pool), prisma, close };
}

function sqlOf(pool: pg.Pool): Sql {
  return {
    executeSql: async (text, values) => await query(pool, text, values),
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        await client.query("BEGIN");
        const result = await work({ executeSql: async (text, values) => await query(client, text, values) });
        await client.query("COMMIT");
        return result;
      } catch (error) {
        await client.query("ROLLBACK").catch(() => {});
        throw error;
      } finally {
        client.release();
      }
    },
  };
}

async function query(
  client: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: Row[] }> {
  // Several statements give several results, and pg's types do not know that.
  const result: unknown = await client.query(text, [...values]);
  const last: unknown = Array.isArray(result) ? result.at(-1) : result;
  return { rows: hasRows(last) ? last.rows : [] };
}

function hasRows(result: unknown): result is { rows: Row[] } {
  return typeof result === "object" && result !== null && "rows" in result && Array.isArray(result.rows);
}

function withoutPassword(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return "the store";
  }
}
