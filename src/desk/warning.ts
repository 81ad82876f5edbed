import type { Instant } from "#core/article/instant.ts";
import type { Platform } from "#core/digest/subscription.ts";
import { plainMessage } from "#core/message/say.ts";
import { type Courier, DeliveryError } from "#core/outbox/courier.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import type { Log } from "./port/log.ts";
import type { AdminPlace } from "./port/notices.ts";

/** What a warning is about; there is one of each at most. */
export type Subject =
  | "disk"
  | "clock"
  | "copy"
  | "config"
  | "restored"
  | `connection ${Platform}`
  | `feed ${string}`
  | `readers ${string}`;

/** What is wrong with the machine, with where copy lies, with the config, with a connection, with a feed, with who reads a place, or since a restore, while it lasts: said on the terminal, on the page and to the admins. */
export interface Warnings {
  /** Sentences for people, about what lasts. */
  list(): readonly string[];
  /** The sentence about one subject; `null`: nothing is wrong with it. */
  about(subject: Subject): string | null;
  /** Something has begun; nothing is said again of what lasts. */
  raise(subject: Subject, says: string): void;
  /** As `raise`; and said again where something else is wrong with the same by now. */
  restate(subject: Subject, says: string): void;
  /** It is over; `says` it, where it was told of */
  clear(subject: Subject, says: string): void;
  /** Tells the admins what they have not been told yet. */
  tell(): Promise<void>;
}

export interface WarningParts {
  /** Says it to whoever is at the terminal, and to the page. */
  readonly say: (text: string, over: boolean) => void;
  /** As they are at this moment: the config may name others. */
  readonly places: () => readonly AdminPlace[];
  /** None before the platforms are set up. */
  readonly couriers: () => readonly Courier[];
  readonly now: () => Instant;
  readonly log: Log;
}

/** A message on its way to one place. It goes around the outbox, which may be what cannot be written. */
interface Telling {
  readonly place: AdminPlace;
  readonly text: string;
  readonly key: string;
  again: boolean;
}

export function createWarnings({ say, places, couriers, now, log }: WarningParts): Warnings {
  const lasting = new Map<Subject, string>();
  // One line a place: one that cannot be reached holds up no other.
  const lines = new Map<string, Line>();
  const lineTo = (place: AdminPlace): Line => {
    const line = lines.get(place.id) ?? { place, waiting: [] };
    lines.set(place.id, line);
    return line;
  };
  let telling: Promise<void> | null = null;
  const announce = (text: string, over: boolean) => {
    log.warn(over ? "trouble is over" : "trouble", { text });
    say(text, over);
    const at = now();
    for (const place of places()) {
      lineTo(place).waiting.push({
        place,
        text,
        key: deliveryKey(`${place.id} ${text}`, at, 1),
        again: false,
      });
    }
    void tell();
  };
  const begin = (subject: Subject, says: string) => {
    lasting.set(subject, says);
    announce(says, false);
  };
  const tellPlace = async ({ waiting }: Line) => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (!(await tellOne(couriers(), next, log))) return;
      waiting.shift();
    }
  };
  const tell = () => {
    const named = new Set(places().map(({ id }) => id));
    // Who is named no more is not for the desk's eyes any more.
    for (const id of lines.keys()) if (!named.has(id)) lines.delete(id);
    telling ??= Promise.all([...lines.values()].map(tellPlace))
      .then(() => undefined)
      .finally(() => {
        telling = null;
      });
    return telling;
  };
  return {
    list: () => [...lasting.values()],
    about: (subject) => lasting.get(subject) ?? null,
    raise(subject, says) {
      if (!lasting.has(subject)) begin(subject, says);
    },
    restate(subject, says) {
      if (lasting.get(subject) !== says) begin(subject, says);
    },
    clear(subject, says) {
      if (lasting.delete(subject)) announce(says, true);
    },
    tell,
  };
}

/** What one place is to be told, in its order. */
interface Line {
  readonly place: AdminPlace;
  readonly waiting: Telling[];
}

/** @returns false where it is to be tried again */
async function tellOne(couriers: readonly Courier[], telling: Telling, log: Log): Promise<boolean> {
  const { place, text, key, again } = telling;
  const courier = couriers.find(({ platform }) => platform === place.platform);
  if (courier === undefined) return false;
  try {
    await courier.post({ address: place.address, message: plainMessage(text), key, again });
    return true;
  } catch (error) {
    log.warn("admins not told", { place: place.id, error });
    const code = error instanceof DeliveryError ? error.code : "unreachable";
    telling.again ||= code === "unreachable";
    // A place that refuses would hold up the others for good.
    return code === "gone" || code === "refused";
  }
}
