import { unmentioned } from "#core/message/mention.ts";
import type { Message } from "#core/message/message.ts";

const EVERYONE =
  "flashMention names @everyone, whose id is that of the server, and that is never mentioned: name another role in config/newsroom.yaml";
const UNKNOWN =
  "nobody was mentioned, since Discord did not tell which server the channel is on, whose own role, @everyone, is never mentioned";

/** A message that mentions no more than it may. */
export interface Permitted {
  readonly message: Message;
  /** Why it mentions nobody; `null`: it mentions whom it should. Left out: it should mention nobody. */
  readonly shortfall?: string | null;
}

/**
 * "The @everyone role has the same ID as the guild it belongs to" (Discord docs, "Permissions", Role Object): it is
 * never mentioned, nor is a role that may be it.
 *
 * @param server the server on which the channel is; `null` where nobody knows
 */
export function permitted(message: Message, server: string | null): Permitted {
  const { mention } = message;
  if (mention === undefined) return { message };
  if (server === null) return { message: unmentioned(message), shortfall: UNKNOWN };
  const isEveryone = mention === server;
  return isEveryone
    ? { message: unmentioned(message), shortfall: EVERYONE }
    : { message, shortfall: null };
}

/** A role of a server. */
export interface Role {
  readonly id: string;
  readonly name: string;
  /** Whoever may write may mention it. */
  readonly mentionable: boolean;
}

/** What is wrong with a role that flashes are to mention, and the mend; `null`: nothing. */
export function roleFault(
  id: string,
  {
    server,
    roles,
    mayMention,
  }: { server: string | null; roles: readonly Role[]; mayMention: boolean },
): string | null {
  if (id === server) return EVERYONE;
  const role = roles.find((one) => one.id === id);
  if (role === undefined) {
    return `flashMention names a role (${id}) that the server does not have: Copy Role ID in the server's settings, Roles`;
  }
  if (role.mentionable || mayMention) return null;
  return `the role “${role.name}” would not be told of a flash: allow anyone to @mention it, in the server's settings, Roles`;
}
