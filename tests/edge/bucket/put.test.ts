import { afterAll, beforeAll, expect, test } from "vitest";
import { startProxy } from "#tests/fake/s3/proxy.ts";
import { makeBucket, type S3Server, startS3rver } from "#tests/fake/s3/server.ts";
import { openAt } from "./helpers.ts";

let server: S3Server;
beforeAll(async () => {
  server = await startS3rver();
});
afterAll(() => server.stop());

const bytes = (text: string) => new TextEncoder().encode(text);
const nothingKnown = async () => false;

async function setUp() {
  const filled = await makeBucket(server);
  const proxy = await startProxy(server.url);
  return { ...filled, proxy, service: await openAt(proxy.url, { bucket: filled.bucket }) };
}

test("an object lies below the prefix, under the first name that is free", async () => {
  const { service, put, keys } = await setUp();
  await put("wire/flood.txt", "a colleague's");
  const brought = (text: string) => service.put("flood.txt", bytes(text), nothingKnown);
  expect([await brought("one"), await brought("two")]).toEqual(["flood-2.txt", "flood-3.txt"]);
  expect((await keys()).toSorted()).toEqual([
    "wire/flood-2.txt",
    "wire/flood-3.txt",
    "wire/flood.txt",
  ]);
});

test("a name that somebody takes meanwhile is left to them", async () => {
  const { service, proxy } = await setUp();
  let refused = 0;
  proxy.meddle = ({ method }) => {
    if (method !== "PUT" || refused > 0) return null;
    refused += 1;
    return { kind: "refuse", status: 412, code: "PreconditionFailed" };
  };
  expect(await service.put("flood.txt", bytes("x"), nothingKnown)).toBe("flood-2.txt");
});

test("a bucket that may only be read is told of, with the mend", async () => {
  const { service, proxy, keys } = await setUp();
  proxy.meddle = ({ method }) =>
    method === "PUT" ? { kind: "refuse", status: 403, code: "AccessDenied" } : null;
  await expect(service.put("flood.txt", bytes("x"), nothingKnown)).rejects.toMatchObject({
    code: "not-permitted",
    message: expect.stringContaining("s3:PutObject"),
  });
  expect(await keys()).toEqual([]);
});

test("where nobody can say whether a name is free, nothing is put", async () => {
  const { service, proxy, keys } = await setUp();
  proxy.meddle = ({ query }) =>
    query.has("list-type") ? { kind: "refuse", status: 503, code: "SlowDown" } : null;
  await expect(service.put("flood.txt", bytes("x"), nothingKnown)).rejects.toMatchObject({
    code: "unusable",
  });
  proxy.meddle = () => null;
  expect(await keys()).toEqual([]);
});
