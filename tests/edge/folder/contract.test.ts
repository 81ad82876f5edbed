import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isThere } from "#edge/folder/is-there.ts";
import { scanFolder } from "#edge/folder/scan.ts";
import { watchFolder } from "#edge/folder/watch.ts";
import { copySourceContract } from "#tests/contract/copy-source.ts";
import { makeFolder } from "./helpers.ts";

for (const usePolling of [false, true]) {
  copySourceContract(usePolling ? "a folder that is polled" : "a folder", async () => {
    const parent = await makeFolder();
    const folder = join(parent, "articles");
    await mkdir(folder);
    return {
      async put(path, content) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      },
      remove: (path) => rm(join(folder, path)),
      async vanish() {
        await rename(folder, join(parent, "away"));
        await mkdir(folder);
      },
      lookout(rules) {
        const settings = { ...rules, folder, usePolling, sweepMs: usePolling ? 20 : 500 };
        return {
          watch: (handlers) => watchFolder({ ...settings, ...handlers }),
          scan: (handlers) => scanFolder({ ...settings, ...handlers }),
        };
      },
      isThere: (path) => isThere(folder, path),
    };
  });
}
