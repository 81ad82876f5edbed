import { isEditor } from "#core/access/role.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import type { HeldCopy } from "./port/held-copy.ts";

/** The held copy, for whoever may ask it; `null` for anyone else. */
export type HeldCopyFor = (asked: Pick<Asked, "asker">) => HeldCopy | null;

/** Gives the held copy to editors alone, as the platform says at this very question that they are. */
export function forEditors(heldCopy: HeldCopy): HeldCopyFor {
  return ({ asker }) => (isEditor(asker) ? heldCopy : null);
}
