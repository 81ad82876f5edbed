import { Routes } from "discord.js";
import { z } from "zod";
import type { ForumPost } from "#core/message/message.ts";
import { DeliveryError, type Parcel } from "#core/outbox/courier.ts";
import type { Api } from "./api.ts";
import { forumBody } from "./body.ts";
import { deliveryError } from "./failure.ts";
import { FORUMS, REQUIRE_TAG } from "./permissions.ts";
import type { Place } from "./place.ts";

const Tag = z.object({ id: z.string(), name: z.string() });

const Forum = z.object({
  type: z.number(),
  name: z.string().nullish(),
  guild_id: z.string().optional(),
  flags: z.number().optional(),
  available_tags: z.array(Tag).default([]),
});

/** A forum, as its posts need to know it. */
export interface Forum {
  readonly name: string;
  readonly server: string;
  readonly tags: readonly z.infer<typeof Tag>[];
  readonly tagRequired: boolean;
}

/** Discord docs, "Modify Channel": `applied_tags` is "limited to 5". */
const TAGS_MOST = 5;

/** Looks a forum up. @throws {DeliveryError} `refused` when the channel is none */
export async function readForum(api: Api, address: string): Promise<Forum> {
  const doing = `looking at the forum ${address}`;
  const reply = await api.get(Routes.channel(address)).catch((error: unknown) => {
    throw deliveryError(error, doing);
  });
  const told = Forum.safeParse(reply);
  if (!told.success) {
    throw new DeliveryError("unreachable", `Discord failed, ${doing}: its reply is no channel`, {
      cause: told.error,
    });
  }
  const { type, guild_id: server, flags = 0, available_tags: tags } = told.data;
  const name = typeof told.data.name === "string" ? `#${told.data.name}` : address;
  if (FORUMS.includes(type) && server !== undefined) {
    return { name, server, tags, tagRequired: (flags & REQUIRE_TAG) !== 0 };
  }
  throw new DeliveryError(
    "refused",
    `${name} is no forum: name a forum, or take “forum” away from this channel in config/newsroom.yaml`,
  );
}

/**
 * Opens a post. Discord knows no nonce here, so that whoever repeats this looks first.
 * @throws {DeliveryError}
 */
export async function openForumPost(
  api: Api,
  forum: Forum,
  post: ForumPost,
  parcel: Omit<Parcel, "again">,
): Promise<Place> {
  const { address } = parcel;
  const body = forumBody(parcel, post.title, tagsOf(forum, post));
  const doing = `opening a post in the forum ${address}`;
  const reply = await api.post(Routes.threads(address), body).catch((error: unknown) => {
    throw deliveryError(error, doing);
  });
  const opened = Opened.safeParse(reply);
  if (!opened.success) {
    throw new DeliveryError("unreachable", `Discord failed, ${doing}: its reply names no post`, {
      cause: opened.error,
    });
  }
  // A post's first message has the id of its thread.
  const { id, message } = opened.data;
  return { channel: id, message: message?.id ?? id };
}

const Opened = z.object({
  id: z.string().min(1),
  message: z.object({ id: z.string().min(1) }).optional(),
});

/**
 * The ids of the tags that the forum has under the wanted names, five at most; a name that it does
 * not have is left out.
 * @throws {DeliveryError} `refused` when it wants a tag and would get none
 */
function tagsOf(forum: Forum, { tags }: ForumPost): readonly string[] {
  const wanted = tags.map(plain);
  const found = forum.tags.filter(({ name }) => wanted.includes(plain(name)));
  const ids = found
    .toSorted((a, b) => wanted.indexOf(plain(a.name)) - wanted.indexOf(plain(b.name)))
    .map(({ id }) => id)
    .slice(0, TAGS_MOST);
  if (ids.length > 0 || !forum.tagRequired) return ids;
  const names = forum.tags.map(({ name }) => `“${name}”`).join(", ");
  throw new DeliveryError(
    "refused",
    `${forum.name} wants a tag on every post: name one of its tags (${names}) under “forum” of this channel in config/newsroom.yaml`,
  );
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
