import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "#edge/store/store.ts";
import { opened } from "../../contract/store/samples.ts";
import { storeContract } from "../../contract/store.ts";

storeContract("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-store-"));
  return {
    open: ({ recover = false } = {}) => opened(openStore({ folder }), recover),
    remove: () => rm(folder, { recursive: true }),
  };
});
