import type { Instant } from "#core/article/instant.ts";
import type { Message } from "#core/message/message.ts";
import type { Visitor } from "#core/reply/front-desk.ts";

/** One channel of the newsroom, as the page lists it. */
export interface ShownChannel {
  readonly name: string;
  /** What it carries and when, in words. */
  readonly description: string;
  /** `null` when its schedule has no slot to come. */
  readonly nextSlot: Instant | null;
  /** An IANA name: the page shows the channel's times in it. */
  readonly timeZone: string;
  /** Where it is posted besides the page: `Slack #news`. Empty: on the page alone. */
  readonly places: readonly string[];
}

/** One edition that the page shows. */
export interface ShownEdition {
  readonly slot: Instant;
  /** `null` while it is on its way. */
  readonly postedAt: Instant | null;
  readonly message: Message;
  /** What stands in the thread of the message, oldest first; left out: nothing does. */
  readonly replies?: readonly Message[];
}

/** Port: what there is to show. */
export interface Board {
  /** Whether a channel and its editions are for a visitor; whether there is one is not asked. */
  mayOpen(channel: string, visitor: Visitor): boolean;
  /** A row that says the same as before is the same object. */
  channels(): Promise<readonly ShownChannel[]>;
  /** The slot of each channel's newest edition, by its name, but for those that had none. */
  newest(): Promise<ReadonlyMap<string, Instant>>;
  /** What whoever runs the desk must mend, as sentences: a few, however much it is; nothing for whoever is no editor. */
  troubles(visitor: Visitor): Promise<readonly string[]>;
  /** How many files and stories are in quarantine. */
  quarantined(): Promise<number>;
  /** Newest first, but for those that tell of what is not for a visitor by now; `null` for a channel that is not there. */
  editions(
    channel: string,
    limit: number,
    visitor: Visitor,
  ): Promise<readonly ShownEdition[] | null>;
}

/** What a platform would be sent for a message: its exact payloads, one a part, in order. */
export type Face = (message: Message) => readonly unknown[];

/** What the page can look like beside itself: each of the platforms. */
export type Faces = Readonly<Record<string, Face>>;

/** The page's own look, for which it is sent the message as it is. */
export const PAPER = "paper";

/** What the page is sent to draw a message as `name` shows it; `null` where nothing is called so. */
export function faceNamed(faces: Faces, name: string): Face | null {
  if (name === PAPER) return (message) => [message];
  return Object.hasOwn(faces, name) ? (faces[name] ?? null) : null;
}
