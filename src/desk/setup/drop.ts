import type { Asker } from "#core/reply/front-desk.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { CopyPlace } from "#desk/port/copy-place.ts";
import type { Ledger, Stage } from "#desk/port/ledger.ts";
import type { StandingOrders } from "#desk/port/standing-orders.ts";
import { type NameReading, nameOfText, safeName } from "#desk/source/safe-name.ts";

export interface DropParts {
  readonly place: CopyPlace;
  readonly ledger: Pick<Ledger, "lastSeen" | "history">;
  readonly orders: Pick<StandingOrders, "note">;
  readonly clock: Clock;
}

/** What somebody brings: a file under the name that it had with them, or a text that has none. */
export type Dropped = { readonly bytes: Uint8Array } & (
  | { readonly kind: "file"; readonly name: string }
  /** `opening`: how it begins, its first line at least. */
  | { readonly kind: "text"; readonly opening: string }
);

/** Where it lies now, or a sentence why it does not. */
export type DropOutcome =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly says: string };

/** What became of a file: the last thing that the ledger says of it; `null`: nobody has looked at it yet. */
export type Became = { readonly stage: Stage; readonly rule: string } | null;

/** Puts copy where copy lies, as if a colleague had put it there: nothing else is done with it. */
export interface DropDesk {
  /** @throws {CopyPlaceError} when it cannot be put there */
  drop(asker: Asker, dropped: Dropped): Promise<DropOutcome>;
  became(path: string): Promise<Became>;
}

export function createDropDesk({ place, ledger, orders, clock }: DropParts): DropDesk {
  const isKnown = async (path: string) => (await ledger.lastSeen(path)) !== null;
  return {
    async drop(asker, dropped) {
      const { bytes, kind } = dropped;
      if (isBlank(bytes)) return { ok: false, says: "There is nothing in it." };
      const named = nameOf(dropped);
      if (!named.ok) return named;
      const path = await place.put(named.name, bytes, isKnown);
      const did = `${kind === "text" ? "pasted" : "dropped"} ${path}`;
      await orders.note({ at: clock.now(), by: asker.id, name: asker.name, did });
      return { ok: true, path };
    },
    async became(path) {
      const last = (await ledger.history(path)).at(-1);
      return last === undefined ? null : { stage: last.stage, rule: last.rule };
    },
  };
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
