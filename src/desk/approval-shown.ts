import type { ArticleId } from "#core/article/article.ts";
import { mayRead, type Readers } from "#core/article/audience.ts";
import { heldReason } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { platformLabel } from "#core/digest/subscription.ts";
import { composeEdition } from "#core/message/edition.ts";
import { itemsAsRead } from "#core/message/in-sections.ts";
import { withoutPictures } from "#core/message/picture.ts";
import type { AwaitingShown, StoryNamed } from "#core/reply/approve-answer.ts";
import type { WaitingEdition } from "./approval-group.ts";
import { faceOf } from "./made.ts";
import type { Archive } from "./port/archive.ts";
import type { Clock } from "./port/clock.ts";

/** Who is shown an edition that waits. */
export interface Viewer extends Readers {
  /** What is held is told of to them as well, as to editors of the newsroom. */
  readonly seesHeld: boolean;
}

/** Who reads in the admins' channels, and as an editor on the page: they run the desk. */
export const DESK_ALONE: Viewer = { audience: "internal", internalSections: [], seesHeld: true };

export interface ShowingParts {
  readonly archive: Pick<Archive, "current">;
  readonly clock: Clock;
}

/**
 * An edition that waits, as people are shown it: by the first of its places that it may go to.
 * @param viewer what its channel is for may be shown to them
 */
export async function shownOf(
  parts: ShowingParts,
  edition: WaitingEdition,
  viewer: Viewer,
): Promise<AwaitingShown> {
  const { number, channel, slot, timeZone, urgent, goesAt, places } = edition;
  const live = places.find(({ renewed }) => renewed.edition !== null);
  const shown = live ?? places[0];
  const made = live?.renewed.edition ?? null;
  const items = made === null ? [] : itemsAsRead(made);
  const left = shown?.awaiting.left ?? [];
  const place = live?.place ?? null;
  return {
    ...{ number, channel, slot, timeZone, urgent, goesAt },
    places: places.map(({ awaiting }) => platformLabel(platformOf(awaiting.subscription))),
    items: items.map(({ filed: { article, brief }, reason = "" }) => {
      return { id: article.id, headline: brief.headline, why: reason };
    }),
    out: await named(parts, shown?.renewed.out ?? [], viewer),
    left: await named(
      parts,
      left.map(({ id, rule }) => ({ id, why: rule })),
      viewer,
    ),
    message:
      made === null || place === null
        ? null
        : withoutPictures(composeEdition(made, { ...faceOf(place), isAnswer: true })),
  };
}

/** `slack` of `front-page@slack:C0123`. */
function platformOf(subscription: string): string {
  return /@(?<platform>[^:]+):/u.exec(subscription)?.groups?.platform ?? subscription;
}

/** What fell out, or was left out, may not be for whom the edition is, as it is now. */
const NOT_HERE = "A story that is not for this place";
const NOT_NOW = "A story that may not be shown now";

/** By their headlines as they are now. */
async function named(
  { archive, clock }: ShowingParts,
  all: readonly { readonly id: ArticleId; readonly why: string }[],
  viewer: Viewer,
): Promise<readonly StoryNamed[]> {
  const stories: StoryNamed[] = [];
  for (const { id, why } of all) {
    const filed = await archive.current(id);
    const hidden = filed === null ? null : whyHidden(filed, viewer, clock.now());
    stories.push(
      hidden === null
        ? { id, headline: filed?.brief.headline ?? id, why }
        : { id, headline: hidden, why: "" },
    );
  }
  return stories;
}

/** What stands in the place of a headline that a viewer may not see; `null`: they may. */
function whyHidden({ article }: Filed, viewer: Viewer, now: Instant): string | null {
  if (!mayRead(article, viewer)) return NOT_HERE;
  return viewer.seesHeld || heldReason(article, now) === null ? null : NOT_NOW;
}
