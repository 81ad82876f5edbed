import {
  type ChannelName,
  PAGE,
  type PlaceTerms,
  type Platform,
  platformLabel,
  type Subscription,
  type Terms,
} from "./subscription.ts";

/** A channel's forum: each brief is a post of it. */
export interface ForumTerms {
  /** The platform on which it is one. */
  readonly on: Platform;
  /** Names of the tags of its posts. */
  readonly tags: readonly string[];
}

/** One channel of the newsroom, as its config orders it: what it carries, when, and where to. */
export interface Channel extends Omit<Terms, "forum"> {
  readonly name: ChannelName;
  /** Its id on each platform that it goes to, beside the page. */
  readonly places: Readonly<Record<Platform, string>>;
  /** What it asks for in some of these places; left out: nothing. */
  readonly asks?: Readonly<Record<Platform, PlaceTerms>>;
  /** `null` where it is a forum on no platform. */
  readonly forum: ForumTerms | null;
  /** Who gets it as direct messages, and alone knows of it: `slack:U0123`; left out: it is everybody's. */
  readonly owner?: string;
}

/**
 * The subscriptions of all channels on the platforms that are set up. Every channel is on the page
 * too, under its own name, but for alerts.
 */
export function subscriptionsOf(
  channels: readonly Channel[],
  platforms: ReadonlySet<Platform>,
): readonly Subscription[] {
  const pageFirst = [...platforms].toSorted((one, other) => +(other === PAGE) - +(one === PAGE));
  return channels.flatMap((channel) =>
    pageFirst.flatMap((platform) => {
      const address = addressOn(channel, platform);
      return address === null ? [] : [subscription(channel, platform, address)];
    }),
  );
}

/** The id of a channel on a platform, on the page its name; `null` where it does not go there, as an alert to the page. */
export function addressOn(channel: Channel, platform: Platform): string | null {
  if (platform !== PAGE) return channel.places[platform] ?? null;
  return isAlert(channel) ? null : channel.name;
}

/** Where it goes beside the page, of the platforms that are set up: `Slack C0123ABCD`. */
export function livePlaces(
  { places }: Pick<Channel, "places">,
  live: ReadonlySet<Platform>,
): readonly string[] {
  return Object.entries(places)
    .filter(([platform]) => live.has(platform))
    .map(([platform, address]) => `${platformLabel(platform)} ${address}`);
}

/** A channel's place on the page: every one has it. */
export function onThePage(channel: Channel): Subscription {
  return subscription(channel, PAGE, channel.name);
}

/** Whether a channel tells one person of what happens, as it happens. */
export function isAlert({ owner, atOnceMost }: Channel): boolean {
  return owner !== undefined && atOnceMost !== null;
}

/**
 * A channel's subscription in one place; its id holds the address, so that another address starts afresh. In direct
 * messages nothing is asked for: nobody else reads them.
 */
export function subscription(channel: Channel, platform: Platform, address: string): Subscription {
  const { name, places: _places, owner, asks, forum, ...terms } = channel;
  const id = subscriptionId(name, platform, address);
  const tags = forum?.on === platform ? forum.tags : null;
  const here = owner === undefined ? asks?.[platform] : undefined;
  const place = { channel: name, platform, address, ...(here !== undefined && { here }) };
  return { ...terms, forum: tags, id, ...place };
}

export function subscriptionId(name: ChannelName, platform: Platform, address: string): string {
  return `${name}@${platform}:${address}`;
}

/** The channel of a subscription, by its id: `front-page` of `front-page@slack:C0123`. */
export function channelIn(subscription: string): ChannelName {
  return subscription.split("@", 1)[0] ?? subscription;
}

/** Finds channels by their names: there may be thousands, and each of many posts asks for its own. */
export function byName(
  channels: () => readonly Channel[],
): (name: ChannelName) => Channel | undefined {
  const known = new WeakMap<readonly Channel[], ReadonlyMap<ChannelName, Channel>>();
  return (name) => {
    const all = channels();
    const named = known.get(all) ?? new Map(all.map((channel) => [channel.name, channel]));
    known.set(all, named);
    return named.get(name);
  };
}

/** Channels that someone may know of: everybody's, and their own direct messages. */
export function knownTo(channels: readonly Channel[], asker: string): readonly Channel[] {
  return channels.filter(({ owner }) => owner === undefined || owner === asker);
}
