import { unmentioned } from "#core/message/mention.ts";
import type { FollowUp, Parcel } from "#core/outbox/courier.ts";
import type { DiscordBody } from "./limits.ts";
import { renderMessage } from "./render.ts";
import { threadName } from "./thread-name.ts";
import { traceOf } from "./trace.ts";

/** SUPPRESS_NOTIFICATIONS (Discord docs, "Message Flags"). */
const SUPPRESS_NOTIFICATIONS = 1 << 12;
/** DEFAULT (Discord docs, "Message Reference Types"): a reply. */
const DEFAULT_REFERENCE = 0;

/** The body of "Create Message" for one delivery. */
export interface PostBody extends DiscordBody {
  readonly nonce: string;
  /** A post that is repeated within "the past few minutes" gives the first message. */
  readonly enforce_nonce: true;
}

export function postBody({ message, key, silent = false }: Omit<Parcel, "again">): PostBody {
  const body = renderMessage(message);
  return {
    ...{ ...body, flags: flagged(body, silent), components: traced(body.components, key) },
    ...{ nonce: key, enforce_nonce: true },
  };
}

function flagged({ flags }: DiscordBody, silent: boolean): number {
  return silent ? flags | SUPPRESS_NOTIFICATIONS : flags;
}

/**
 * The body of "Edit Message" that puts a message in the place of the post with this key. The key
 * stays in it, so that a post whose reply was lost is still found after an edit. It mentions nobody: the post has.
 */
export function editBody({ message, key }: Pick<Parcel, "message" | "key">): DiscordBody {
  const body = renderMessage(unmentioned(message));
  return { ...body, components: traced(body.components, key) };
}

/** The body of "Create Message" for a reply to a post that stands in the same channel. */
export function replyBody(followUp: FollowUp): PostBody & { readonly message_reference: unknown } {
  const { messageId } = followUp.target;
  return {
    ...postBody(followUp),
    message_reference: { type: DEFAULT_REFERENCE, message_id: messageId, fail_if_not_exists: true },
  };
}

/** The body of "Start Thread in Forum or Media Channel". */
export interface ForumBody {
  readonly name: string;
  readonly message: DiscordBody;
  readonly applied_tags?: readonly string[];
}

/**
 * A post in a forum: its title, the ids of its tags, and its first message. There is no nonce for it
 * (Discord docs, the same page). The page leaves IS_COMPONENTS_V2 out of the flags that may be set;
 * Discord takes it all the same (discord/discord-api-docs#8444).
 */
export function forumBody(
  { message, key, silent = false }: Omit<Parcel, "again">,
  title: string,
  tags: readonly string[],
): ForumBody {
  const body = renderMessage(message);
  return {
    name: threadName(title),
    message: { ...body, flags: flagged(body, silent), components: traced(body.components, key) },
    ...(tags.length > 0 && { applied_tags: tags }),
  };
}

/** Lets the container and its first component carry the delivery key (trace.ts). */
function traced([container]: DiscordBody["components"], key: string): DiscordBody["components"] {
  const { outer, inner } = traceOf(key);
  const components = container.components.map((component, index) =>
    index === 0 ? { ...component, id: inner } : component,
  );
  return [{ ...container, id: outer, components }];
}
