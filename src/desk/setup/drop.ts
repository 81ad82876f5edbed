import type { Asker } from "#core/reply/front-desk.ts";
import type { Clock } from "#desk/port/clock.ts";
import { type CopyPlace, CopyPlaceError, type Lying } from "#desk/port/copy-place.ts";
import type { Ledger, Stage } from "#desk/port/ledger.ts";
import type { StandingOrders } from "#desk/port/standing-orders.ts";
import { filesOf } from "#desk/source/beginning.ts";
import { endingOf, type NameReading, nameOfText, safeName } from "#desk/source/safe-name.ts";

export interface DropParts {
  readonly place: CopyPlace;
  readonly ledger: Pick<Ledger, "lastSeen" | "history" | "quarantined">;
  readonly orders: Pick<StandingOrders, "note">;
  readonly clock: Clock;
}

/** What somebody brings: a file under the name that it had with them, or a text that has none. */
export type Dropped = { readonly bytes: Uint8Array } & (
  | { readonly kind: "file"; readonly name: string }
  /** `opening`: how it begins, its first line at least. */
  | { readonly kind: "text"; readonly opening: string }
);

/**
 * What is to be done where a file of that name is there already, with other content: nothing before somebody has said what it is ·
 * the new version of what has this mark · another story, under a name of its own.
 */
export type IfThere =
  | { readonly kind: "ask" }
  | { readonly kind: "replace"; readonly mark: string }
  | { readonly kind: "another" };

/**
 * Where it lies now: put there, there before with the same bytes, or in the place of its earlier version · or what is there already,
 * and nothing was written · or a sentence why it is not there.
 */
export type DropOutcome =
  | { readonly kind: "put" | "same" | "replaced"; readonly path: string }
  | { readonly kind: "there"; readonly path: string; readonly mark: string }
  | { readonly kind: "refused"; readonly says: string };

/** What became of a file: the last thing that the ledger says of it; `null`: nobody has looked at it yet. */
export type Became = { readonly stage: Stage; readonly rule: string } | null;

/** Puts copy where copy lies, as if a colleague had put it there: nothing else is done with it. */
export interface DropDesk {
  /** @throws {CopyPlaceError} when it cannot be put there */
  drop(asker: Asker, dropped: Dropped, ifThere: IfThere): Promise<DropOutcome>;
  /**
   * Puts a mended version in the place of a file that is in quarantine now; of a story in a file, the file.
   * @throws {CopyPlaceError} when it cannot be put there
   */
  mend(asker: Asker, path: string, dropped: Dropped): Promise<DropOutcome>;
  became(path: string): Promise<Became>;
}

export function createDropDesk(parts: DropParts): DropDesk {
  return {
    async drop(asker, dropped, ifThere) {
      if (isBlank(dropped.bytes)) return refused(EMPTY);
      const named = nameOf(dropped);
      if (!named.ok) return refused(named.says);
      const found = await parts.place.find(named.name);
      if (found !== null && isSame(found.bytes, dropped.bytes)) {
        return { kind: "same", path: found.path };
      }
      if (found !== null && ifThere.kind === "replace") {
        const isMeant = found.mark === ifThere.mark;
        return isMeant ? replace(parts, asker, found, dropped) : thereNow(found);
      }
      if (found !== null && ifThere.kind === "ask") return thereNow(found);
      return put(parts, asker, named.name, dropped, ifThere);
    },
    async mend(asker, path, dropped) {
      if (isBlank(dropped.bytes)) return refused(EMPTY);
      const found = (await isQuarantined(parts, path)) ? await lyingAt(parts, path) : null;
      if (found === null) return refused(`${path} is not in quarantine any more: look again.`);
      const own = endingOf(found.path);
      if (dropped.kind === "file" && endingOf(dropped.name) !== own) {
        return refused(
          `${found.path} is read as ${own === "" ? "it is" : own}: send its mended version as the same kind of file.`,
        );
      }
      if (isSame(found.bytes, dropped.bytes)) return { kind: "same", path: found.path };
      return replace(parts, asker, found, dropped);
    },
    async became(path) {
      const last = (await parts.ledger.history(path)).at(-1);
      return last === undefined ? null : { stage: last.stage, rule: last.rule };
    },
  };
}

const EMPTY = "There is nothing in it.";

const refused = (says: string): DropOutcome => ({ kind: "refused", says });
const thereNow = ({ path, mark }: Lying): DropOutcome => ({ kind: "there", path, mark });

async function put(
  parts: DropParts,
  asker: Asker,
  name: string,
  dropped: Dropped,
  { kind }: IfThere,
): Promise<DropOutcome> {
  const { place, ledger } = parts;
  const isKnown = async (path: string) => (await ledger.lastSeen(path)) !== null;
  // A name of a file that is gone is not used again: a new one would count as its next version.
  const isNew = kind === "ask" && !(await isKnown(name));
  try {
    const path = await place.put(
      name,
      dropped.bytes,
      isNew ? async (one) => one !== name : isKnown,
    );
    await note(parts, asker, `brought ${path} into the folder`);
    return { kind: "put", path };
  } catch (error) {
    const isTaken = isNew && error instanceof CopyPlaceError && error.code === "taken";
    // A colleague was faster.
    const found = isTaken ? await place.find(name) : null;
    if (found === null) throw error;
    return isSame(found.bytes, dropped.bytes)
      ? { kind: "same", path: found.path }
      : thereNow(found);
  }
}

async function replace(
  parts: DropParts,
  asker: Asker,
  found: Lying,
  { bytes }: Dropped,
): Promise<DropOutcome> {
  const { path } = found;
  if (await parts.place.replace(found, bytes)) {
    await note(parts, asker, `brought a new version of the file ${path}`);
    return { kind: "replaced", path };
  }
  const now = await parts.place.find(path);
  return now === null ? refused(`${path} is not there any more: bring it again.`) : thereNow(now);
}

async function note({ orders, clock }: DropParts, { id, name }: Asker, did: string): Promise<void> {
  await orders.note({ at: clock.now(), by: id, name, did });
}

async function isQuarantined({ ledger }: DropParts, path: string): Promise<boolean> {
  return (await ledger.quarantined()).includes(path);
}

async function lyingAt({ place }: DropParts, path: string): Promise<Lying | null> {
  for (const file of filesOf(path)) {
    const found = await place.find(file);
    if (found !== null) return found;
  }
  return null;
}

function nameOf(dropped: Dropped): NameReading {
  return dropped.kind === "file"
    ? safeName(dropped.name)
    : { ok: true, name: nameOfText(dropped.opening) };
}

/** Nothing but blanks and line breaks. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
