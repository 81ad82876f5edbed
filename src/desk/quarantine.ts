import type { FilingParts, Outcome } from "./outcome.ts";
import type { KnownAt } from "./port/ledger.ts";
import { holdUnread, isHeldFor, ruleOf, type Unknown } from "./unread.ts";

/** No content hashes to this: the mark of a file that could not be opened. */
export const UNREAD = "unread";

/** Accounts for a file of which nothing can be read: what is known of it is held. */
export async function quarantineFile(parts: FilingParts, unknown: Unknown): Promise<Outcome> {
  const { file } = unknown;
  const known = await parts.ledger.articlesAt(file);
  const inside = known.filter(({ path }) => path !== file);
  let holds = false;
  for (const at of inside) {
    const filed = await parts.archive.current(at.articleId);
    if (filed !== null && isHeldFor(filed, unknown)) continue;
    const held = await holdUnread(parts, at, unknown, { stage: "held", path: at.path });
    holds ||= held !== null;
  }
  const own = known.find(({ path }) => path === file);
  return quarantine(parts, file, own, unknown, holds);
}

/** One story of many that cannot be read is said once, and not again each time its file comes. */
export async function quarantineStory(
  parts: FilingParts,
  path: string,
  unknown: Unknown,
): Promise<Outcome> {
  const seen = await parts.ledger.lastSeen(path);
  const isSaid = seen?.stage === "quarantined" || seen?.stage === "dismissed";
  if (isSaid && seen.rule.startsWith(unknown.reason)) {
    return { kind: "unchanged", path };
  }
  const [own] = (await parts.ledger.articlesAt(path)).filter((at) => at.path === path);
  return quarantine(parts, path, own, unknown, false);
}

async function quarantine(
  parts: FilingParts,
  path: string,
  own: KnownAt | undefined,
  unknown: Unknown,
  holds: boolean,
): Promise<Outcome> {
  const noting = { stage: "quarantined", path } as const;
  const held = own === undefined ? null : await holdUnread(parts, own, unknown, noting);
  if (held !== null) return { kind: "quarantined", path, reason: held.rule, holds: true };
  const { contentHash } = unknown;
  const rule = ruleOf(unknown);
  const at = parts.clock.now();
  await parts.ledger.record({ path, contentHash, stage: "quarantined", rule, at, articleId: null });
  return { kind: "quarantined", path, reason: rule, ...(holds ? { holds } : {}) };
}
