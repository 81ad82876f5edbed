import { afterAll, beforeAll, expect, test } from "vitest";
import { startProxy } from "#tests/fake/s3/proxy.ts";
import { makeBucket, type S3Server, startS3rver } from "#tests/fake/s3/server.ts";
import { openAt } from "./helpers.ts";

let server: S3Server;
beforeAll(async () => {
  server = await startS3rver();
});
afterAll(() => server.stop());

test("the beginning of an object is read; of none, and of one that is refused, nothing", async () => {
  const { bucket, put } = await makeBucket(server);
  const proxy = await startProxy(server.url);
  const service = await openAt(proxy.url, { bucket });
  await put("wire/a.txt", "one\ntwo");
  await put("wire/long.txt", "x".repeat(100_000));
  expect(await service.peek("a.txt")).toEqual({ lines: ["one", "two"], size: 7, more: false });
  expect(await service.peek("long.txt")).toMatchObject({ size: 100_000, more: true });
  expect(await service.peek("gone.txt")).toBeNull();
  proxy.meddle = () => ({ kind: "refuse", status: 403, code: "AccessDenied" });
  expect(await service.peek("a.txt")).toBeNull();
});
