/** Remembers the last ids it was asked about. */
export interface Seen {
  /** True the first time that an id is asked about. */
  isNew(id: string): boolean;
}

/**
 * Slack sends an interaction again when it got no acknowledgement in time, and a gateway of Discord's that resumes may
 * bring one twice; it carries the same id then. A thousand ids reach well over the hour in which Slack repeats.
 */
export function createSeen(most = 1_000): Seen {
  const ids = new Set<string>();
  return {
    isNew(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      for (const oldest of ids) {
        if (ids.size <= most) break;
        ids.delete(oldest);
      }
      return true;
    },
  };
}
