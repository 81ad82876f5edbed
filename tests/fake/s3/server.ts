import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { createEmulator } from "emulate";

/**
 * Servers that speak S3 over loopback, each with its faults:
 *
 * - `s3rver` is a process with its objects on the disk. It knows one access key and refuses others; it pages
 *   only under OpenSSL's legacy provider (its tokens are DES), dates whole seconds, writes an object in
 *   place instead of atomically, ignores `If-Match`, and escapes `&` in a key twice.
 * - `emulate` keeps them in memory: puts are atomic and dated to the millisecond, but it asks for no
 *   credentials, ignores `If-Match`, and loses keys between pages where capitals and small letters meet.
 *
 * So nothing is tried with `&`, and pages with s3rver alone.
 */
export interface S3Server {
  readonly url: string;
  /** Ends it; what it holds is gone. */
  stop(): Promise<void>;
}

const SERVE = fileURLToPath(new URL("./serve.mjs", import.meta.url));
/** The one key pair that s3rver knows. */
export const KEYS = { AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER" };

/** All that the SDK finds by itself: nothing of the machine that runs the tests counts. */
export function awsEnvironment(url: string): Readonly<Record<string, string>> {
  return {
    ...{ AWS_ENDPOINT_URL_S3: url, AWS_EC2_METADATA_DISABLED: "true", AWS_PROFILE: "" },
    ...{ AWS_CONFIG_FILE: "none", AWS_SHARED_CREDENTIALS_FILE: "none", AWS_REGION: "" },
    ...KEYS,
    AWS_SESSION_TOKEN: "",
  };
}

/** @param port one that was in use before, to come back at the same address */
export async function startS3rver(port = 0): Promise<S3Server> {
  const child = spawn(
    process.execPath,
    ["--openssl-legacy-provider", "--no-deprecation", SERVE, String(port)],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const ended = once(child, "exit");
  const [url] = await once(createInterface(child.stdout), "line");
  return {
    url: String(url),
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

export async function startEmulate(): Promise<S3Server> {
  const { url, close } = await createEmulator({ service: "aws", port: 0, hostname: "127.0.0.1" });
  return { url: url.replace("localhost", "127.0.0.1"), stop: async () => void (await close()) };
}

/** A bucket as those who fill it see it. */
export interface FilledBucket {
  readonly bucket: string;
  put(key: string, content: string | Uint8Array): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}

let made = 0;

/** Makes a bucket of its own for one test. */
export async function makeBucket({ url }: Pick<S3Server, "url">): Promise<FilledBucket> {
  made += 1;
  return useBucket(url, `news-${process.pid}-${made}`);
}

/** Makes a bucket of a name. */
export async function useBucket(url: string, bucket: string): Promise<FilledBucket> {
  const client = new S3Client({
    ...{ endpoint: url, region: "us-east-1", forcePathStyle: true },
    credentials: {
      accessKeyId: KEYS.AWS_ACCESS_KEY_ID,
      secretAccessKey: KEYS.AWS_SECRET_ACCESS_KEY,
    },
  });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    bucket,
    async put(key, content) {
      const body = Buffer.from(content);
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    async keys() {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
      return Contents.flatMap(({ Key }) => Key ?? []);
    },
  };
}
