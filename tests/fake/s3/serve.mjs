// A server of S3's protocol as a process of its own: prints its address, and ends with its input.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";

const directory = mkdtempSync(join(tmpdir(), "copydesk-s3-"));
const server = new S3rver({
  ...{ address: "127.0.0.1", port: Number(process.argv[2] ?? 0), directory, silent: true },
  vhostBuckets: false,
  // It signs the path of a bucket in another way than the SDK does, and would refuse every listing.
  allowMismatchedSignatures: true,
});
const { port } = await server.run();
process.stdout.write(`http://127.0.0.1:${port}\n`);
process.stdin.resume().on("end", () => {
  rmSync(directory, { recursive: true, force: true });
  process.exit();
});
