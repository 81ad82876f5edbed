import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import { PAGE } from "#core/digest/subscription.ts";
import type { Visitor } from "#core/reply/front-desk.ts";

/**
 * Whoever sits at the machine itself: they could edit the config and the data folder as well, so that they may do
 * what admins do.
 */
export const AT_THE_MACHINE: Visitor = {
  ...{ id: `${PAGE}:page`, name: "somebody at this machine", role: "admin" },
  as: OF_THE_NEWSROOM,
};
