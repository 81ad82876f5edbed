import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";

/**
 * Keeps secrets in the store by AES-256-GCM (NIST SP 800-38D): what was sealed for one name opens for
 * no other, and what was changed does not open at all.
 */
export interface Seal {
  seal(name: string, secret: string): string;
  /** @throws {SealError} for what was sealed by another key, for another name, or changed since */
  open(name: string, sealed: string): string;
}

/** What was sealed cannot be opened. */
export class SealError extends Error {
  override readonly name = "SealError";
}

const ALGORITHM = "aes-256-gcm";
const VERSION = "v1";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Not secret: it keeps this key from being that of another use of the same words. */
const SALT = "copydesk: slack installations";

/** @param secret 32 characters or more that nobody guesses: `COPYDESK_SECRET` */
export function createSeal(secret: string): Seal {
  const key = scryptSync(secret, SALT, KEY_BYTES);
  return {
    seal(name, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(name));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64")}`;
    },
    open(name, sealed) {
      const [version, encoded = ""] = sealed.split(".", 2);
      const bytes = Buffer.from(encoded, "base64");
      if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) {
        throw new SealError("It was not sealed by this version of Copydesk");
      }
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      try {
        const options = { authTagLength: TAG_BYTES };
        const decipher = createDecipheriv(ALGORITHM, key, nonce, options)
          .setAAD(Buffer.from(name))
          .setAuthTag(tag);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch (cause) {
        const says = "It was sealed with another COPYDESK_SECRET, or changed since";
        throw new SealError(says, { cause });
      }
    },
  };
}
