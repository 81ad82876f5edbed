import type { ChannelName } from "#core/digest/subscription.ts";
import { isAtLeast, type Role } from "./role.ts";

/** What somebody may do: in the newsroom, and beside that in single channels. */
export interface Rights {
  /** What they may do in the newsroom: looked up by the platform for this very interaction, never remembered. */
  readonly role: Role;
  /** Channels that they edit without editing the newsroom, since they made or ordered them; left out: none. */
  readonly edits?: readonly ChannelName[];
  /** They run the place that they ask in, which is not the newsroom's own, and may order a digest there; left out: they do not. */
  readonly runsPlace?: boolean;
}

/** What an order takes: a row of the table of commands. */
export interface Order {
  /** The least that somebody must be. */
  readonly permission: Role;
  /** It reaches one channel, so that whoever edits that one may give it there; left out: it reaches all of them. */
  readonly ofChannel?: boolean;
}

/** Whether somebody may give an order about a channel; of an order that reaches all of them, which one does not matter. */
export function mayGive(order: Order, rights: Rights, channel: ChannelName): boolean {
  if (isAtLeast(rights.role, order.permission)) return true;
  return isOfChannel(order) && (rights.edits ?? []).includes(channel);
}

/**
 * Whether there is anything about which somebody may give an order. It tells what is shown to them and looked into for
 * them; about which channel is asked again, by `mayGive`, once that is known.
 */
export function mayGiveAny(order: Order, { role, edits = [], runsPlace = false }: Rights): boolean {
  if (isAtLeast(role, order.permission)) return true;
  return isOfChannel(order) && (edits.length > 0 || runsPlace);
}

/** What is an admin's is never given for one channel alone. */
function isOfChannel({ permission, ofChannel = false }: Order): boolean {
  return ofChannel && permission !== "admin";
}
