import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";

export interface ClientOptions {
  /** `https://host/bucket/key`, as MinIO and others want it, and not `https://bucket.host/key`. */
  readonly pathStyle: boolean;
  /** How long a server may say nothing before it counts as gone, in milliseconds; 30,000 when left out. */
  readonly silenceMs?: number;
}

const SILENCE_MS = 30_000;
const CONNECT_MS = 10_000;
/** Servers that are not Amazon's know no regions, and take any. */
const ANY_REGION = "us-east-1";

/** A client whose credentials, region and endpoint are found as every program with this SDK finds them. */
export async function openClient({
  pathStyle,
  silenceMs = SILENCE_MS,
}: ClientOptions): Promise<S3Client> {
  const config: S3ClientConfig = {
    forcePathStyle: pathStyle,
    followRegionRedirects: true,
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: silenceMs },
  };
  const client = new S3Client(config);
  return (await hasRegion(client)) ? client : new S3Client({ ...config, region: ANY_REGION });
}

async function hasRegion({ config }: S3Client): Promise<boolean> {
  try {
    return (await config.region()) !== "";
  } catch {
    // Neither the environment nor a profile names one.
    return false;
  }
}
