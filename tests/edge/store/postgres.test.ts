import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "#edge/store/store.ts";
import { describePostgres } from "#tests/postgres/server.ts";
import { opened } from "../../contract/store/samples.ts";
import { storeContract } from "../../contract/store.ts";

describePostgres("with a server", (server) => {
  storeContract("PostgreSQL", async () => {
    const folder = await mkdtemp(join(tmpdir(), "copydesk-store-"));
    const url = await server().emptyDatabase();
    return {
      open: ({ recover = false } = {}) => opened(openStore({ folder, url }), recover),
      async remove() {
        await server().giveBack(url);
        await rm(folder, { recursive: true });
      },
    };
  });
});
