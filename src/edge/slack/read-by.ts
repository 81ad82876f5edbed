import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { PlaceReaders } from "#desk/port/chat-service.ts";
import { isShared } from "./list-places.ts";

const Conversation = z.object({
  is_shared: z.boolean().optional(),
  is_org_shared: z.boolean().optional(),
  is_ext_shared: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
});

/** Who reads a channel, by its id in the workspace of the client: one that is shared with another company is read from outside. */
export async function readBy(client: webApi.WebClient, channel: string): Promise<PlaceReaders> {
  const told = await client.conversations.info({ channel });
  return isShared(Conversation.parse(told.channel)) ? "outside" : "own";
}
