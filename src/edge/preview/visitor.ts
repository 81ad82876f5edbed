import { PAGE } from "#core/digest/subscription.ts";
import type { Asker } from "#core/reply/front-desk.ts";

/**
 * Whoever sits at the machine itself: they could edit the config and the data folder as well, so that they may do
 * what admins do.
 */
export const AT_THE_MACHINE: Asker = { id: `${PAGE}:page`, name: "the page", role: "admin" };
