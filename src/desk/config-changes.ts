import type { Clock } from "./port/clock.ts";
import type { Said, Subject } from "./port/settings-seen.ts";
import type { AuditEntry } from "./port/standing-orders.ts";
import type { UnitOfWork } from "./port/unit-of-work.ts";

/** The subject of what is not about one channel. */
export const NEWSROOM: Subject = "";

const CONFIG = { by: "config", name: "config/newsroom.yaml" } as const;

/** What a setting is, where its key does not tell it. */
const MEANS: Readonly<Record<string, string>> = { roles: "who may do what (roles)" };

/**
 * What differs between two starts, each a sentence without its subject. Nothing where nothing was seen before: a store that is
 * new, or that an earlier version filled, has no config that this one would differ from.
 */
export function changesIn(
  before: ReadonlyMap<Subject, Said>,
  now: ReadonlyMap<Subject, Said>,
): readonly string[] {
  if (before.size === 0) return [];
  const subjects = [...new Set([...before.keys(), ...now.keys()])].toSorted();
  return subjects.flatMap((subject) => {
    const [was, is] = [before.get(subject), now.get(subject)];
    if (subject !== NEWSROOM && was === undefined) return [`added the channel ${subject}`];
    if (subject !== NEWSROOM && is === undefined) return [`took the channel ${subject} out`];
    const keys = differing(was ?? {}, is ?? {});
    if (keys.length === 0) return [];
    const named = keys.map((key) => MEANS[key] ?? key).join(", ");
    return [subject === NEWSROOM ? `changed ${named}` : `changed ${subject}: ${named}`];
  });
}

function differing(was: Said, is: Said): readonly string[] {
  const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...keys].filter((key) => was[key] !== is[key]).toSorted();
}

/**
 * Notes what the config says otherwise than at the last start. Of several processes that start with the same one, the first
 * notes it: it is looked at and replaced in one.
 */
export async function noteConfig(
  store: UnitOfWork,
  clock: Clock,
  said: ReadonlyMap<Subject, Said>,
): Promise<void> {
  await store.transaction(async ({ orders, settings }) => {
    const before = await settings.seen();
    const changes = changesIn(before, said);
    if (changes.length === 0 && before.size > 0) return;
    await settings.see(said);
    for (const did of changes) {
      const entry: AuditEntry = { at: clock.now(), ...CONFIG, did };
      await orders.note(entry);
    }
  });
}
