import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Folders } from "../../src/config/folders.js";
import { openStore } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { TempFolders } from "./temp-repository.js";

/** Real embedded stores in folders of their own; the seed of an empty database is shared by all tests. */
export class TempStores {
  private readonly temp = new TempFolders();
  private readonly stores: Store[] = [];

  public folders(): Folders {
    return { state: this.temp.folder(), cache: join(tmpdir(), "autobe-test-cache") };
  }

  public async open(folders: Folders = this.folders()): Promise<Store> {
    const store = await openStore(null, folders);
    this.stores.push(store);
    return store;
  }

  public async removeAll(): Promise<void> {
    for (const store of this.stores.splice(0)) await store.close();
    this.temp.removeAll();
  }
}
