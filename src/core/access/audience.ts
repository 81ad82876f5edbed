import type { Audience } from "#core/article/audience.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { ChannelName } from "#core/digest/subscription.ts";
import { isEditor, type Role } from "./role.ts";

/**
 * Where somebody asks, as far as their platform tells it:
 *
 * - `own`: in a server or workspace of the newsroom's own, or, by a direct message, as somebody whom it shows to be a
 *   member of one; `channels` are the newsroom's channels that are there;
 * - `direct`: by a direct message, and nobody knows whose people they are of;
 * - `shared`: in a channel of the newsroom's that people from outside read as well by what its platform says, or of which it says
 *   nothing: what the newsroom has said of it counts no more than for a post there;
 * - `foreign`: anywhere else, also where nobody can say.
 */
export type InChat =
  | {
      readonly kind: "own";
      readonly channels: readonly ChannelName[];
      readonly isDirect: boolean;
    }
  | { readonly kind: "direct" }
  | { readonly kind: "shared" }
  | { readonly kind: "foreign" };

/**
 * The same, or on the page in the browser, where nobody but the visitor reads the answer. `as`: where they would ask by a direct
 * message of their platform at this moment, since the page tells nobody more than that does; `foreign` for guests of the newsroom's,
 * and wherever it cannot be told.
 */
export type Whereabouts = InChat | { readonly kind: "page"; readonly as: InChat };

/** Whoever sits at the machine, or knows the passphrase of the page, which are the newsroom's. */
export const OF_THE_NEWSROOM: InChat = { kind: "own", channels: [], isDirect: true };

/** Where whoever is not known to be of the newsroom is taken to ask. */
export const OUTSIDE: InChat = { kind: "foreign" };

/** Who asks, and where. */
export interface Standing {
  readonly role: Role;
  /** The newsroom's name of the channel that it is asked in; `null` where that is none of ours. */
  readonly channel: ChannelName | null;
  readonly whereabouts: Whereabouts;
}

/**
 * Who reads what is answered to somebody in a place: by a channel's own setting; in a direct message and on the page by
 * who asks, since nobody else reads it, and alike in both; in doubt the outside world.
 *
 * @param channels those of the newsroom, as they are at this moment
 */
export function audienceAt(standing: Standing, channels: readonly Channel[]): Audience {
  const { role, channel, whereabouts } = standing;
  if (whereabouts.kind === "page") return ofTheAsker(role, whereabouts.as, channels);
  if (isDirect(whereabouts)) return ofTheAsker(role, whereabouts, channels);
  if (whereabouts.kind === "shared") return "public";
  const here = channels.find(({ name, owner }) => name === channel && owner === undefined);
  if (here !== undefined) return here.audience;
  return whereabouts.kind === "own" ? amongOwn(whereabouts, channels) : "public";
}

function isDirect(whereabouts: InChat): boolean {
  return whereabouts.kind === "direct" || (whereabouts.kind === "own" && whereabouts.isDirect);
}

function ofTheAsker(role: Role, whereabouts: InChat, channels: readonly Channel[]): Audience {
  return isEditor({ role }) ? "internal" : among(whereabouts, channels);
}

function among(whereabouts: InChat, channels: readonly Channel[]): Audience {
  return whereabouts.kind === "own" ? amongOwn(whereabouts, channels) : "public";
}

/**
 * For whom somebody's own digests and alerts are: nobody asks when one is made, so that no role counts, and they go to them as a
 * member of the newsroom's, or as one of the outside world. They come by direct message, also where they are ordered on the page.
 */
export function audienceOfOwn(whereabouts: Whereabouts, channels: readonly Channel[]): Audience {
  return among(whereabouts.kind === "page" ? whereabouts.as : whereabouts, channels);
}

/** For whom a place may get what is ordered there, where its order does not say: on the page the newsroom's people. */
function audienceOrdered(whereabouts: Whereabouts, channels: readonly Channel[]): Audience {
  return whereabouts.kind === "page" ? null : among(whereabouts, channels);
}

/**
 * What an order for a place has to say of who reads there: nothing; something, `public` or `internal`, since nobody can take it for
 * granted that they are the newsroom's people; that it is `public`, since they are not.
 */
export type ToBeSaid = "nothing" | "something" | "public";

/**
 * The one rule for orders, wherever they are made.
 *
 * @param place of the order; `isShared`: people of another company read there as well
 */
export function toBeSaid(
  { whereabouts, isShared }: { readonly whereabouts: Whereabouts; readonly isShared: boolean },
  channels: readonly Channel[],
): ToBeSaid {
  if (isShared) return "public";
  return audienceOrdered(whereabouts, channels) === "public" ? "something" : "nothing";
}

/** Whether an order says enough of who reads it. */
export function saysEnough(audience: Audience, needed: ToBeSaid): boolean {
  if (needed === "public") return audience === "public";
  return needed === "nothing" || audience !== null;
}

/** Where a server has a channel for the outside world, whoever is there may be of it. */
function amongOwn(
  { channels: there }: Extract<InChat, { readonly kind: "own" }>,
  channels: readonly Channel[],
): Audience {
  const isOpen = channels.some(
    ({ name, audience }) => audience === "public" && there.includes(name),
  );
  return isOpen ? "public" : null;
}
