/** A file that another process deals with, as it was seen here. */
export interface Left {
  /** `null`: it cannot be read. */
  readonly stamp: string | null;
  readonly isGone: boolean;
}

/** Files that were left to other processes, until it is known that these have dealt with them. */
export interface LeftToOthers {
  note(path: string, seen: Left): void;
  /** Nobody needs to deal with it any more. */
  done(path: string): void;
  /** Those that are this process's own by now, and that nobody has dealt with. */
  fallen(isOwn: (path: string) => boolean): Promise<readonly (readonly [string, Left])[]>;
}

/** As many are kept before it is asked which of them are done: what comes in a day is not to be kept for a month. */
const FEWEST = 5_000;

/** @param stamps of every file that is dealt with, by its path */
export function createLeftToOthers(
  stamps: () => Promise<ReadonlyMap<string, string>>,
): LeftToOthers {
  const left = new Map<string, Left>();
  let most = FEWEST;
  return {
    note: (path, seen) => void left.set(path, seen),
    done: (path) => void left.delete(path),
    async fallen(isOwn) {
      const isAnyOwn = left.keys().some(isOwn);
      const isFull = left.size > most;
      if (!isAnyOwn && !isFull) return [];
      const dealtWith = await stamps();
      for (const [path, { stamp, isGone }] of left) {
        // A deletion that fell to this process is accounted for once more: what was never read has no stamp either.
        const isDone = isGone
          ? !dealtWith.has(path) && !isOwn(path)
          : stamp !== null && dealtWith.get(path) === stamp;
        if (isDone) left.delete(path);
      }
      most = Math.max(FEWEST, 2 * left.size);
      return [...left].filter(([path]) => isOwn(path));
    },
  };
}
