import { mayGive, type Order } from "#core/access/may-give.ts";
import { isEditor } from "#core/access/role.ts";
import { type Audience, isFor } from "#core/article/audience.ts";
import type { OptionFault } from "#core/reply/form-check.ts";
import type { Visitor } from "#core/reply/front-desk.ts";
import { visitorWithOrdered } from "#desk/editor/ordered.ts";
import type { OrderParts } from "#desk/editor/parts.ts";
import { type ChannelSheet, isAudience, sheetOf } from "./channel-sheet.ts";
import { orderOf } from "./read-sheet.ts";

type RightsParts = Pick<OrderParts, "live" | "chats" | "timeZone">;

/** What a channel's form takes: an editor of the newsroom, or of that channel alone. */
const FORM: Order = { permission: "editor", ofChannel: true };

/** Whether somebody may have the form of a channel; that of a new one is an editor's. */
export function mayFill(
  { live }: Pick<RightsParts, "live">,
  asker: Visitor,
  name: string | null,
): boolean {
  if (isEditor(asker)) return true;
  if (name === null || orderOf({ live }, name) === null) return false;
  return mayGive(FORM, visitorWithOrdered(live, asker), name);
}

/**
 * What the editor of one channel may not change of it: where it goes, since they may not order a digest there, and that it carries
 * more than it did, since they may not see that themselves.
 */
export function limitFaults(
  parts: RightsParts,
  asker: Visitor,
  sheet: ChannelSheet,
  before: string | null,
): readonly OptionFault[] {
  if (isEditor(asker)) return [];
  const order = before === null ? null : orderOf(parts, before);
  const opened = sheetOf(parts, order);
  const moved = parts.chats.filter(
    (platform) => (sheet.places[platform] ?? "").trim() !== opened.places[platform],
  );
  const isWider = !isFor(audienceOf(sheet), audienceOf(opened));
  return [
    ...moved.map((option) => {
      return { option, text: "An editor of the newsroom alone sends it to another place" };
    }),
    ...(isWider
      ? [
          {
            option: "audience",
            text: "An editor of the newsroom alone has it carry more than it does",
          },
        ]
      : []),
  ];
}

function audienceOf({ audience }: ChannelSheet): Audience {
  return isAudience(audience) ? audience : null;
}
