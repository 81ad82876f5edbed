import { mayPass, StoreError } from "./error.ts";

/** Faults of the system that come of a disk, and what they mean to people. */
const FAULTS: ReadonlyMap<unknown, string> = new Map([
  ["ENOSPC", "The disk is full. Make room there."],
  ["EDQUOT", "This user may take no more room on the disk. Make room there."],
  ["EROFS", "The disk takes no writes: it is mounted for reading alone. Mount it for writing."],
  ["EIO", "The disk cannot be written: it, or the way to it, fails. Look at it."],
]);

/** What is wrong with the disk, as a sentence that names the mend, where an error comes of that; else `null`. */
export function diskFault(error: unknown): string | null {
  if (error instanceof StoreError) {
    if (error.code === "full") return FAULTS.get("ENOSPC") ?? null;
    return error.code === "unwritable" ? error.message : null;
  }
  return error instanceof Error && "code" in error ? (FAULTS.get(error.code) ?? null) : null;
}

/** Whether an error comes of a disk without room, which there may be again at any moment. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof StoreError) return error.code === "full";
  return error instanceof Error && "code" in error && /^(ENOSPC|EDQUOT)$/.test(String(error.code));
}

/** What keeps the store from taking writes until a person or the time mends it: its disk, or the way to its server. */
export function storeFault(error: unknown): string | null {
  return mayPass(error) ? error.message : diskFault(error);
}

/** Whether the store may take writes again at any moment. */
export function mayTakeWrites(error: unknown): boolean {
  return mayPass(error) || isDiskFull(error);
}
