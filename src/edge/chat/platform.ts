import type { z } from "zod";
import type { NamedRoles } from "#core/access/role.ts";
import type { ChannelName, PlaceTerms, Platform } from "#core/digest/subscription.ts";
import type { Budget } from "#core/message/message.ts";
import type { Parcel } from "#core/outbox/courier.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import type { Greet } from "#desk/greeting.ts";
import type { ChatService } from "#desk/port/chat-service.ts";
import type { Guide } from "#desk/port/guide.ts";
import type { Installations } from "#desk/port/installations.ts";
import type { Log } from "#desk/port/log.ts";
import type { Share } from "#desk/share.ts";

/** A platform's part of config/newsroom.yaml: how a channel's place on it is written. */
export interface PlaceShape {
  /** The key, and the name of the platform for good; people read it with a capital: `slack`. */
  readonly name: Platform;
  /** A channel's id there. */
  readonly address: z.ZodType<string>;
  /** How such an id is to be written, where that needs a word: `in quotes`. */
  readonly written?: string;
  /** Such an id as the config has it, for a message about a wrong one. */
  readonly example: string;
  /** Channels there may be forums, in which each brief is a post. */
  readonly forums: boolean;
  /** What may be asked for in a channel there, each by its key; left out: nothing. */
  readonly terms?: { readonly [Key in keyof PlaceTerms]?: z.ZodType<PlaceTerms[Key]> };
  /** What every channel there asks for that does not say otherwise; left out: nothing. */
  readonly usual?: PlaceTerms;
  /** Ids by which `roles` names people there, alone or in groups; left out: it names nobody. */
  readonly people?: {
    readonly id: z.ZodType<string>;
    /** What they are: `user groups or persons`. */
    readonly are: string;
  };
}

/** What a platform's service is made of, beside its own variables. */
export interface ServiceParts {
  readonly frontDesk: FrontDesk;
  /** The newsroom's name of a channel there; `null` for one that is not ours. */
  readonly channelOf: (address: string) => string | null;
  /** Every place there of a channel that is everybody's. */
  readonly places: () => readonly { readonly channel: ChannelName; readonly address: string }[];
  readonly installations: Installations;
  readonly log: Log;
  /** To whom the config gives a role there; counts instead of the platform's own word. */
  readonly named: NamedRoles;
  /** Says who the bot is where it is invited; left out, as by commands that only look: nobody does. */
  readonly greet?: Greet;
  /** Aborted once another process may have the work; left out, as by commands that only look: none ever does. */
  readonly whileOurs?: () => AbortSignal;
  /** Takes an interaction on for this process; left out: no other is there. */
  readonly take?: (id: string) => Promise<boolean>;
  /**
   * Takes something on once in a day at least, in whichever process: false where it was taken on before. Left out, as by
   * commands that only look: nothing is.
   */
  readonly takeOnce?: (id: string) => Promise<boolean>;
  /** What of the work is this process's own at a moment; left out: all. */
  readonly share?: () => Share;
}

/** What the environment says of a platform. */
export interface SetUp {
  /** What must stand in no log. */
  readonly secrets: readonly string[];
  /** Makes its courier and its interactions, loading the SDK; `null`: it has no token. */
  readonly connect: ((parts: ServiceParts) => Promise<ChatService>) | null;
}

/** A chat platform, as the registry has it: all that the rest of the house knows of one. */
export interface ChatPlatform extends PlaceShape {
  /** What one message may hold. */
  readonly budget: Budget;
  /** The exact body in which it gets a message. */
  body(parcel: Omit<Parcel, "again">): unknown;
  /** Who is an editor there: `whoever may manage the channel`. */
  readonly editors: string;
  /** How a newcomer sets it up on the page; left out: by hand alone. It loads what the guide needs. */
  readonly guide?: () => Promise<Guide>;
  /** The variable without which it is not set up: `SLACK_BOT_TOKEN`. */
  readonly token: string;
  /** Its own variables of the environment, and what comes of them. */
  readonly variables: z.ZodType<SetUp>;
}
