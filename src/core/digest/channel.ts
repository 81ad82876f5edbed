import type { ChannelName, Platform, Subscription, Terms } from "./subscription.ts";

/** One channel of the newsroom, as its config orders it: what it carries, when, and where to. */
export interface Channel extends Terms {
  readonly name: ChannelName;
  /** The id of a Slack channel; `null` where it goes to none. */
  readonly slack: string | null;
  /** The id of a Discord channel; `null` where it goes to none. */
  readonly discord: string | null;
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
  return channels.flatMap((channel) => {
    const places: readonly (readonly [Platform, string | null])[] = [
      ["preview", isAlert(channel) ? null : channel.name],
      ["slack", channel.slack],
      ["discord", channel.discord],
    ];
    return places.flatMap(([platform, address]) =>
      address !== null && platforms.has(platform) ? [subscription(channel, platform, address)] : [],
    );
  });
}

/** Whether a channel tells one person of what happens, as it happens. */
export function isAlert({ owner, atOnceMost }: Channel): boolean {
  return owner !== undefined && atOnceMost !== null;
}

/** A channel's subscription in one place; its id holds the address, so that another address starts afresh. */
export function subscription(channel: Channel, platform: Platform, address: string): Subscription {
  const { name, slack: _slack, discord: _discord, owner: _owner, ...terms } = channel;
  const id = subscriptionId(name, platform, address);
  return { ...terms, id, channel: name, platform, address };
}

export function subscriptionId(name: ChannelName, platform: Platform, address: string): string {
  return `${name}@${platform}:${address}`;
}

/** Channels that someone may know of: everybody's, and their own direct messages. */
export function knownTo(channels: readonly Channel[], asker: string): readonly Channel[] {
  return channels.filter(({ owner }) => owner === undefined || owner === asker);
}
