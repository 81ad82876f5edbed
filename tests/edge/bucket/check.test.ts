import { afterAll, beforeAll, expect, test } from "vitest";
import { startProxy } from "#tests/fake/s3/proxy.ts";
import { makeBucket, type S3Server, startS3rver } from "#tests/fake/s3/server.ts";
import { openAt } from "./helpers.ts";

let server: S3Server;
beforeAll(async () => {
  server = await startS3rver();
});
afterAll(() => server.stop());

test("doctor sees whether the bucket can be listed, and an object in it be read", async () => {
  const { bucket, put } = await makeBucket(server);
  const proxy = await startProxy(server.url);
  const service = await openAt(proxy.url, { bucket });
  await put("wire/.hidden", "x");
  const empty = await service.check();
  await put("wire/a.txt", "x".repeat(100_000));
  const full = await service.check();
  proxy.meddle = ({ query }) =>
    query.has("list-type") ? null : { kind: "refuse", status: 403, code: "AccessDenied" };
  const unread = await service.check();
  proxy.meddle = () => ({ kind: "refuse", status: 403, code: "AccessDenied" });
  const unlisted = await service.check();
  const says = (text: string) => expect.stringContaining(text);
  expect([empty, full, unread, unlisted].flat()).toEqual([
    { subject: "Bucket", ok: true, says: says("nothing lies there yet") },
    { subject: "Bucket", ok: true, says: says("can be listed and read") },
    { subject: "Bucket", ok: false, says: says("s3:GetObject") },
    { subject: "Bucket", ok: false, says: says("s3:ListBucket") },
  ]);
});
