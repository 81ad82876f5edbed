import { afterAll, beforeAll } from "vitest";
import type { BucketSettings } from "#edge/bucket/settings.ts";
import { copySourceContract } from "#tests/contract/copy-source.ts";
import { startProxy } from "#tests/fake/s3/proxy.ts";
import { makeBucket, type S3Server, startEmulate, startS3rver } from "#tests/fake/s3/server.ts";
import { openAt } from "./helpers.ts";

const SERVERS = [
  // Every listing has many pages.
  { name: "a bucket of s3rver", start: () => startS3rver(), pageSize: 2 },
  { name: "a bucket of emulate", start: () => startEmulate(), pageSize: 1000 },
];

for (const { name, start, pageSize } of SERVERS) {
  let server: S3Server;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());

  copySourceContract(name, async () => {
    const filled = await makeBucket(server);
    const { bucket } = filled;
    // Beside the prefix, and an empty object that consoles make for a folder.
    await filled.put("wires.txt", "of another prefix");
    await filled.put("wire/sport/", "");
    const proxy = await startProxy(server.url);
    const service = await openAt(proxy.url, { bucket, pageSize });
    const untold = { onTrouble: () => undefined, onMended: () => undefined };
    return {
      put: (path, content) => filled.put(`wire/${path}`, content),
      remove: (path) => filled.remove(`wire/${path}`),
      async vanish() {
        // Nobody who looks sees half of it: what is asked for after this finds nobody.
        await new Promise<void>((resolve) => {
          proxy.meddle = () => {
            resolve();
            return { kind: "break" };
          };
        });
        for (const key of await filled.keys()) await filled.remove(key);
        proxy.meddle = () => null;
      },
      lookout(rules) {
        const settings = { ...rules, ...untold, sweepMs: 20, retryMs: 20 };
        const whole = (handlers: Omit<BucketSettings, keyof typeof settings>) => ({
          ...settings,
          ...handlers,
        });
        return {
          watch: async (handlers) => service.watch(whole(handlers)),
          scan: async (handlers) => service.scan(whole(handlers)),
        };
      },
      isThere: (path) => service.isThere(path),
    };
  });
}
