import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { migrate } from "../../src/store/migrate.js";
import { dropOldDeliveries } from "../../src/store/queries/drop-old-deliveries.js";
import { findDelivery } from "../../src/store/queries/find-delivery.js";
import { holdsLease } from "../../src/store/queries/holds-lease.js";
import { recordDelivery } from "../../src/store/queries/record-delivery.js";
import { releaseLease } from "../../src/store/queries/release-lease.js";
import { renewLease } from "../../src/store/queries/renew-lease.js";
import { takeLease } from "../../src/store/queries/take-lease.js";
import type { Store } from "../../src/store/store.js";
import { schemaDifference } from "../../src/verify/schema/schema-engine.js";
import { TempStores } from "../helpers/temp-store.js";

const stores = new TempStores();
const JOB = "00000000-0000-4000-8000-000000000001";
let store: Store;

beforeAll(async () => {
  store = await stores.open();
});
afterAll(async () => await stores.removeAll());

describe("the store", () => {
  it("has the tables that the schema names, and migrating again changes nothing", async () => {
    await migrate(store.sql);
    const { rows } = await store.sql.executeSql(
      "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns WHERE table_name LIKE 'autobe_%' ORDER BY 1, 2",
    );
    expect(rows.map((row) => Object.values(row).join(" "))).toEqual([
      "autobe_deliveries id text NO",
      "autobe_deliveries job_id uuid NO",
      "autobe_deliveries received_at timestamp with time zone NO",
      "autobe_leases expires_at timestamp with time zone NO",
      "autobe_leases holder text NO",
      "autobe_leases job_id uuid NO",
      "autobe_leases repository text NO",
      "autobe_leases token bigint NO",
      "autobe_model_answers answered_at timestamp with time zone NO",
      "autobe_model_answers function text NO",
      "autobe_model_answers hash text NO",
      "autobe_model_answers input_tokens integer NO",
      "autobe_model_answers model text NO",
      "autobe_model_answers output_tokens integer NO",
      "autobe_model_answers reply jsonb NO",
      "autobe_model_answers target text NO",
      "autobe_model_calls attempts integer NO",
      "autobe_model_calls ended_at timestamp with time zone NO",
      "autobe_model_calls function text NO",
      "autobe_model_calls id bigint NO",
      "autobe_model_calls input_tokens integer NO",
      "autobe_model_calls output_tokens integer NO",
      "autobe_model_calls raw_success boolean NO",
      "autobe_model_calls stopped text YES",
      "autobe_model_calls success boolean NO",
      "autobe_model_calls target text NO",
      "autobe_vectors embedded_at timestamp with time zone NO",
      "autobe_vectors hash text NO",
      "autobe_vectors vector text NO",
    ]);
    const applied = await store.sql.executeSql('SELECT 1 FROM "_prisma_migrations"');
    expect(applied.rows.length).toBe(3);
  });

  it("has a migration that makes what the schema says", async () => {
    const schema = readFileSync("src/store/schema.prisma", "utf8");
    const wanted = await schemaDifference(null, [{ path: "schema.prisma", content: schema }], "postgresql");
    const folder = "src/store/migrations";
    const names = readdirSync(folder).sort();
    const written = names.map((name) => readFileSync(join(folder, name, "migration.sql"), "utf8"));
    // The schema "public" is there in every database; in which order tables come is the migrations' to say.
    const statements = (sql: string) =>
      sql
        .trim()
        .split(/\n\n(?=-- )/)
        .sort();
    expect(statements(written.join("\n"))).toEqual(statements(wanted.replace(/^-- CreateSchema\n.*\n/, "")));
  });

  it("remembers deliveries", async () => {
    expect(await findDelivery(store, "d1")).toBeNull();
    await recordDelivery(store, "d1", JOB);
    await recordDelivery(store, "d1", "00000000-0000-4000-8000-000000000002");
    expect(await findDelivery(store, "d1")).toBe(JOB);
    expect(await dropOldDeliveries(store, new Date(0))).toBe(0);
    expect(await dropOldDeliveries(store, new Date(Date.now() + 60_000))).toBe(1);
  });

  it("gives a lease to one holder, with a token that grows", async () => {
    const first = await takeLease(store, "a/b", "one", JOB, 60);
    if (first === null) throw new Error("no lease");
    expect(await takeLease(store, "a/b", "two", JOB, 60)).toBeNull();
    expect(await takeLease(store, "a/c", "two", JOB, 60)).not.toBeNull();
    expect(await renewLease(store, first, 60)).toBe(true);
    expect(await holdsLease(store, first)).toBe(true);
    await releaseLease(store, first);
    expect(await holdsLease(store, first)).toBe(false);
    expect(await renewLease(store, first, 60)).toBe(false);
    const second = await takeLease(store, "a/b", "two", JOB, 60);
    expect(second?.token).toBe(first.token + 1n);
    await releaseLease(store, first);
    expect(second !== null && (await holdsLease(store, second))).toBe(true);
  });

  it("gives a lease that has run out to the next one, and the first cannot renew it", async () => {
    const first = await takeLease(store, "x/y", "one", JOB, 0);
    const second = await takeLease(store, "x/y", "two", JOB, 60);
    expect([first?.token, second?.token]).toEqual([1n, 2n]);
    expect(first !== null && (await renewLease(store, first, 60))).toBe(false);
  });
});

describe("the embedded store", () => {
  it("is opened by one process only, and says by which", async () => {
    const folders = stores.folders();
    const opened = await stores.open(folders);
    await expect(stores.open(folders)).rejects.toThrow(
      `the embedded store is in use by process ${process.pid} on ${hostname()}`,
    );
    await opened.close();
    await (await stores.open(folders)).close();
  });

  it("takes over the lock of a process that is gone", async () => {
    const folders = stores.folders();
    mkdirSync(join(folders.state, "store"));
    writeFileSync(join(folders.state, "store", "lock"), `999999999 ${hostname()} x\n`);
    const opened = await stores.open(folders);
    expect(readdirSync(opened.place).sort()).toEqual(["data", "lock", "ready"]);
    await opened.close();
    expect(readdirSync(opened.place).sort()).toEqual(["data", "ready"]);
  });

  it("keeps what was stored, and makes a half-made folder again", async () => {
    const folders = stores.folders();
    const first = await stores.open(folders);
    await recordDelivery(first, "kept", JOB);
    await first.close();
    const second = await stores.open(folders);
    expect(await findDelivery(second, "kept")).toBe(JOB);
    await second.close();
    rmSync(join(second.place, "ready"));
    rmSync(join(second.place, "data", "global"), { recursive: true });
    const third = await stores.open(folders);
    expect(await findDelivery(third, "kept")).toBeNull();
  });

  it("names itself when it is gone", async () => {
    const gone = await stores.open();
    await gone.close();
    await expect(findDelivery(gone, "d")).rejects.toMatchObject({ name: "WorldError", thing: gone.place });
  });
});
