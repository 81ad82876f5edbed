import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { ListedPlace, PlaceList } from "#desk/port/place-list.ts";
import { ListError } from "#edge/chat/list-error.ts";
import { explain } from "./failure.ts";

/** Slack docs, "conversations.list": "an integer under 1000". */
const PAGE = 999;
/** Of a method that may be called twenty times a minute (Slack docs, "Rate limits", Tier 2). */
const MOST_PAGES = 8;

const Page = z.object({
  channels: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        is_member: z.boolean().optional(),
        is_archived: z.boolean().optional(),
        is_shared: z.boolean().optional(),
        is_org_shared: z.boolean().optional(),
        is_ext_shared: z.boolean().optional(),
        is_pending_ext_shared: z.boolean().optional(),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** A workspace, and how its channels are addressed. */
export interface ListedWorkspace {
  readonly client: webApi.WebClient;
  /** `null`: the only one. */
  readonly group: string | null;
  readonly addressOf: (id: string) => string;
  /** Its people are the newsroom's. */
  readonly isOurs: boolean;
}

type Pages = Pick<PlaceList, "places" | "isCut">;
type Listed = z.infer<typeof Page>["channels"][number];
/** What a channel says of with whom it is shared. */
type Shares = Pick<
  Listed,
  "is_shared" | "is_org_shared" | "is_ext_shared" | "is_pending_ext_shared"
>;

/** Those of public channels, and of private ones that the bot is in: Slack tells a bot of no others. */
export async function listPlaces(workspaces: readonly ListedWorkspace[]): Promise<PlaceList> {
  const lists: Pages[] = [];
  for (const workspace of workspaces) lists.push(await listOf(workspace));
  return {
    places: lists.flatMap(({ places }) => places),
    isCut: lists.some(({ isCut }) => isCut),
    canBeShared: true,
  };
}

async function listOf(workspace: ListedWorkspace): Promise<Pages> {
  const places: ListedPlace[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { channels, response_metadata } = await pageOf(workspace.client, cursor);
    places.push(...channels.filter((one) => one.is_archived !== true).map(placed(workspace)));
    cursor = response_metadata?.next_cursor;
    if (cursor === undefined || cursor === "") return { places: byName(places), isCut: false };
  }
  return { places: byName(places), isCut: true };
}

async function pageOf(client: webApi.WebClient, cursor: string | undefined) {
  try {
    return Page.parse(
      await client.conversations.list({
        ...{ types: "public_channel,private_channel", exclude_archived: true, limit: PAGE },
        ...(cursor !== undefined && { cursor }),
      }),
    );
  } catch (cause) {
    throw new ListError(explain(cause), { cause });
  }
}

const placed =
  ({ group, addressOf, isOurs }: ListedWorkspace) =>
  (channel: Listed): ListedPlace => ({
    ...{ address: addressOf(channel.id), name: `#${channel.name}`, isForum: false },
    ...{ group, groupId: group ?? "" },
    readBy: isShared(channel) ? "shared" : isOurs ? "own" : "foreign",
    missing: channel.is_member === true ? null : "invite the bot there: /invite @Copydesk",
  });

/**
 * Whether people of another company read there, or are invited to (Slack docs, "Conversation object"). What is shared within an
 * organization (`is_org_shared`) is read by its own people alone; what is shared, and nobody says how, by anybody.
 */
export function isShared({
  is_shared,
  is_org_shared,
  is_ext_shared,
  is_pending_ext_shared,
}: Shares): boolean {
  if (is_ext_shared === true || is_pending_ext_shared === true) return true;
  return is_shared === true && is_org_shared !== true;
}

/** Where the bot is comes first. */
function byName(places: readonly ListedPlace[]): readonly ListedPlace[] {
  return places.toSorted(
    (one, other) =>
      Number(one.missing !== null) - Number(other.missing !== null) ||
      one.name.localeCompare(other.name),
  );
}
