import type { ReplyTo } from "./reply.ts";

/** Who did something, as payloads tell it: each in its own words. */
export function nameOf(user: {
  readonly id: string;
  readonly name?: string;
  readonly username?: string;
}): { readonly id: string; readonly name: string } {
  return { id: user.id, name: user.name ?? user.username ?? user.id };
}

/** Where an answer goes: to the address that the payload brings, else to the asker's direct messages. */
export function replyTo(url: string | null | undefined, user: string): ReplyTo {
  return url ? { kind: "response", url } : { kind: "direct", user };
}

/** Ids that begin so. */
export function startingWith(prefix: string): RegExp {
  return new RegExp(`^${prefix}`);
}
