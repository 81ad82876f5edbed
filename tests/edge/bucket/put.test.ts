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
  const brought = (text: string) => service.place.put("flood.txt", bytes(text), nothingKnown);
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
  expect(await service.place.put("flood.txt", bytes("x"), nothingKnown)).toBe("flood-2.txt");
});

test("a bucket that may only be read is told of, with the mend", async () => {
  const { service, proxy, keys } = await setUp();
  proxy.meddle = ({ method }) =>
    method === "PUT" ? { kind: "refuse", status: 403, code: "AccessDenied" } : null;
  await expect(service.place.put("flood.txt", bytes("x"), nothingKnown)).rejects.toMatchObject({
    code: "not-permitted",
    message: expect.stringContaining("s3:PutObject"),
  });
  expect(await keys()).toEqual([]);
});

test("where nobody can say whether a name is free, nothing is put", async () => {
  const { service, proxy, keys } = await setUp();
  proxy.meddle = ({ query }) =>
    query.has("list-type") ? { kind: "refuse", status: 503, code: "SlowDown" } : null;
  await expect(service.place.put("flood.txt", bytes("x"), nothingKnown)).rejects.toMatchObject({
    code: "unusable",
  });
  proxy.meddle = () => null;
  expect(await keys()).toEqual([]);
});

test("an object is replaced by what was seen of it alone", async () => {
  const { service, put, proxy } = await setUp();
  await put("wire/court.txt", "It sat.");
  const found = (await service.place.find("court.txt")) ?? expect.unreachable();
  expect(new TextDecoder().decode(found.bytes)).toBe("It sat.");
  expect(await service.place.find("gone.txt")).toBeNull();
  const asked: (string | null)[] = [];
  let refuses = true;
  proxy.meddle = ({ method, ifMatch }) => {
    if (method !== "PUT") return null;
    asked.push(ifMatch);
    // Somebody has put another one since it was listed.
    return refuses ? { kind: "refuse", status: 412, code: "PreconditionFailed" } : null;
  };
  expect(await service.place.replace(found, bytes("It rose."))).toBe(false);
  refuses = false;
  expect(await service.place.replace(found, bytes("It rose."))).toBe(true);
  expect(asked).toEqual([found.mark, found.mark]);
  // It is another one by now.
  expect(await service.place.replace(found, bytes("It fell."))).toBe(false);
  const now = (await service.place.find("court.txt")) ?? expect.unreachable();
  expect(new TextDecoder().decode(now.bytes)).toBe("It rose.");
});
