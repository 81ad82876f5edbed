import { createServer } from "node:net";
import { stdSerializers } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foundIn } from "#edge/bucket/bucket.ts";
import { BucketError } from "#edge/bucket/bucket-error.ts";
import { bucketCode, faultOf } from "#edge/bucket/fault.ts";
import { listenOnLoopback } from "#tests/fake/listen.ts";
import { type Mishap, startProxy } from "#tests/fake/s3/proxy.ts";
import { KEYS, makeBucket, type S3Server, startS3rver } from "#tests/fake/s3/server.ts";
import { openAt, reporting } from "./helpers.ts";

let server: S3Server;
beforeAll(async () => {
  server = await startS3rver();
});
afterAll(() => server.stop());

async function failureOf(work: Promise<unknown>): Promise<BucketError> {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (error instanceof BucketError) return error;
  throw new TypeError("it did not fail with a BucketError", { cause: error });
}

const scan = async (url: string, bucket: string, env = KEYS) =>
  (await openAt(url, { bucket, env })).scan(reporting().settings);

const UNKNOWN = { AWS_ACCESS_KEY_ID: "AKIAUNKNOWN", AWS_SECRET_ACCESS_KEY: "not-the-secret" };
const NONE = { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" };

test.each([
  ["no-bucket", "nowhere", KEYS, /There is no bucket “nowhere” at http:.*: make it/u],
  ["not-accepted", null, UNKNOWN, /not accepted \(InvalidAccessKeyId\): set AWS_ACCESS_KEY_ID/u],
  ["no-credentials", null, NONE, /no credentials for s3:.*: set AWS_ACCESS_KEY_ID/u],
] as const)("one look fails with %s, and says the mend", async (code, name, env, says) => {
  const bucket = name ?? (await makeBucket(server)).bucket;
  const error = await failureOf(scan(server.url, bucket, env));
  expect(error).toMatchObject({ code, message: expect.stringMatching(says) });
});

test("where nobody listens, the network is to be looked at", async () => {
  const nobody = createServer();
  const port = await listenOnLoopback(nobody);
  await new Promise((resolve) => nobody.close(resolve));
  const error = await failureOf(scan(`http://127.0.0.1:${port}`, "news"));
  expect(error).toMatchObject({ code: "unreachable", detail: "ECONNREFUSED" });
  expect(error.message).toContain("look at the network, and at AWS_ENDPOINT_URL_S3");
});

test.each<[Mishap, string, string]>([
  [{ kind: "refuse", status: 403, code: "AccessDenied" }, "not-permitted", "s3:ListBucket"],
  [{ kind: "refuse", status: 400, code: "ExpiredToken" }, "not-accepted", "anew"],
  [
    { kind: "refuse", status: 400, code: "AuthorizationHeaderMalformed" },
    "wrong-region",
    "AWS_REGION",
  ],
  [{ kind: "refuse", status: 503, code: "SlowDown" }, "unreachable", "cannot be reached"],
  [
    { kind: "page", html: "<html><body>Log in to the guest network</body></html>" },
    "unusable",
    "AWS_ENDPOINT_URL_S3",
  ],
])("what a server answers: %j is %s", async (mishap, code, mend) => {
  const proxy = await startProxy(server.url);
  proxy.meddle = () => mishap;
  const error = await failureOf(scan(proxy.url, "news"));
  expect(error).toMatchObject({ code, message: expect.stringContaining(mend) });
});

test("nothing that S3 repeats of the credentials is in what the log gets of an error", async () => {
  const { bucket } = await makeBucket(server);
  const error = await failureOf(scan(server.url, bucket, UNKNOWN));
  const logged = JSON.stringify([stdSerializers.err(error), error.stack]);
  expect(logged).toContain("InvalidAccessKeyId");
  for (const secret of Object.values(UNKNOWN)) expect(logged).not.toContain(secret);
});

const answered = (name: string, status: number) =>
  Object.assign(new RangeError("No."), { name, $metadata: { httpStatusCode: status } });

test.each([
  [answered("NoSuchBucket", 404), "no-bucket"],
  [answered("NotFound", 404), "no-bucket"],
  [answered("UnknownError", 403), "not-permitted"],
  [answered("RequestTimeTooSkewed", 403), "wrong-clock"],
  [answered("UnknownError", 500), "unreachable"],
  [answered("TooManyRequests", 429), "unreachable"],
  [answered("InvalidRequest", 400), "unusable"],
  [Object.assign(new RangeError("x"), { code: "ENOTFOUND" }), "unreachable"],
  ["no error at all", "unreachable"],
])("%s is %s", (error, code) => expect(bucketCode(faultOf(error))).toBe(code));

test("a name that is none of S3's is not repeated", () => {
  expect(faultOf(answered("key AKIA123 is bad", 403)).name).toBe("unknown fault");
  expect(faultOf(answered("AccessDenied", 403)).name).toBe("AccessDenied");
});

const LastModified = new Date(5000);

test.each([
  ["wire/a+b%26c%01.txt", "url" as const, "wire/a b&c\u0001.txt"],
  ["wire/a%2Bb.txt", "url" as const, "wire/a+b.txt"],
  ["wire/100%.txt", "url" as const, "wire/100%.txt"], // no encoding after all
  ["wire/a+b%26c.txt", undefined, "wire/a+b%26c.txt"], // a server that encodes nothing says so
  ["wires/a.txt", undefined, null], // nobody asked for it
])("a listing's %j, encoded by %s, is the key %j", (Key, EncodingType, key) => {
  const page = { Contents: [{ Key, ETag: '"1"', Size: 3, LastModified }], EncodingType };
  const state = { size: 3, mtimeMs: 5000, etag: '"1"' };
  expect(foundIn(page, "wire/")).toEqual(key === null ? [] : [{ key, state }]);
});
