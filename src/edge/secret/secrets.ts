import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Secrets } from "#desk/port/secrets.ts";

const BYTES = 32;
/** Begins every secret, so that the log knows one wherever it turns up. */
const PREFIX = "copydesk_";

/**
 * Keys of links and ids of sessions. A plain hash is enough for what is random and that long (OWASP, "Session
 * Management Cheat Sheet"): it is for passphrases that it would not be.
 */
export const secrets: Secrets = {
  fresh: () => `${PREFIX}${randomBytes(BYTES).toString("base64url")}`,
  digest: (secret) => createHash("sha256").update(secret).digest("base64url"),
};

/** Whether what somebody typed is a secret, compared in a time that tells nothing of either. */
export function isSecret(secret: string, typed: string): boolean {
  const [one, other] = [secret, typed].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
