import { createHash } from "node:crypto";
import type { Said, Subject } from "#desk/port/settings-seen.ts";
import type { Setting } from "./setting.ts";

/** So much of a hash tells one value from another. */
const HASH_LENGTH = 16;

/** What the config says, part by part, as it is compared with the next start. */
export function saidIn({ orders }: Pick<Setting, "orders">): ReadonlyMap<Subject, Said> {
  return new Map(
    [...orders.settings].map(([subject, values]) => {
      const hashes = Object.entries(values).map(([key, value]) => [key, hashOf(value)] as const);
      return [subject, Object.fromEntries(hashes)] as const;
    }),
  );
}

/** Of a value as it is written; in which order the keys of a setting stand does not matter. */
function hashOf(value: unknown): string {
  const text = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
  return createHash("sha256")
    .update(text ?? "")
    .digest("hex")
    .slice(0, HASH_LENGTH);
}
