import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "#edge/store/store.ts";
import { storeContract } from "../../contract/store.ts";

storeContract("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-store-"));
  return {
    open: (options = {}) => openStore({ folder, ...options }),
    remove: () => rm(folder, { recursive: true }),
  };
});
