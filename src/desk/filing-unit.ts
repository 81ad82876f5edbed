import type { FilingParts, IntakeParts } from "./outcome.ts";

/**
 * Does a unit of work about copy, with the store as it is within it. A transaction waits for no folder and no bucket, which
 * may be slow to say whether a file is there, or hang: the work goes on as where nobody can say, is taken back, and is done
 * anew once everything that it asked is known.
 */
export async function inUnit<T>(
  parts: IntakeParts,
  work: (parts: FilingParts) => Promise<T>,
): Promise<T> {
  const known = new Map<string, boolean>();
  for (;;) {
    const asked = new Set<string>();
    const isThere = async (path: string) => {
      if (!known.has(path)) asked.add(path);
      return known.get(path) ?? true;
    };
    try {
      return await parts.store.filing(async (tx) => {
        const done = await work({ ...parts, ...tx, isThere });
        if (asked.size > 0) throw new Unasked();
        return done;
      });
    } catch (error) {
      if (!(error instanceof Unasked)) throw error;
    }
    const answers = [...asked].map(async (path) => known.set(path, await parts.isThere(path)));
    await Promise.all(answers);
  }
}

/** Has a unit of work taken back that must know more. */
class Unasked extends Error {
  override readonly name = "Unasked";
}
