import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Edition } from "#core/digest/edition.ts";
import { keepEdition } from "#core/digest/kept.ts";
import type { Choice, Selection } from "#core/digest/select.ts";
import { PAGE, type Subscription } from "#core/digest/subscription.ts";
import { withAsked } from "#core/message/asked.ts";
import type { EditionFace, Tally } from "#core/message/edition.ts";
import { editionParts } from "#core/message/edition-parts.ts";
import type { Call } from "#core/message/mention.ts";
import type { Budget } from "#core/message/message.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import type { Made, Part } from "./port/editions.ts";

/** An edition in the parts that its place is sent, each with its key. */
export function madeOf(
  subscription: Subscription,
  edition: Edition,
  tally: Tally | null,
  budget: Budget,
  call: Call | null = null,
): Made {
  const keyOf = (index: number) => deliveryKey(subscription.id, edition.slot, index + 1);
  const face = faceOf(subscription, tally);
  const made = editionParts(edition, face, subscription, budget, call);
  const parts = withAsked(made, edition, subscription.here).map(
    ({ message, under }, index): Part => ({
      key: keyOf(index),
      message,
      ...(under !== null && { under: keyOf(under) }),
    }),
  );
  return { edition, parts, ...(call !== null && { call }) };
}

/** How a place shows its editions. */
export function faceOf(
  place: Pick<Subscription, "layout" | "audience" | "platform" | "pictures">,
  tally: Tally | null = null,
): EditionFace {
  const { layout, audience, platform, pictures } = place;
  return { layout, audience, pictures, tally, isPersonal: platform !== PAGE };
}

/** Reports that are stored with an edition that waits: what it leaves out, and not what was never ordered. */
const MOST_LEFT = 30;
const LEFT_KINDS: readonly Choice["kind"][] = ["waiting", "put-off", "left-out", "told"];

/** The edition of a place that waits for an editor's word: it has no parts, since it may change until then. */
export function awaitedOf(
  { approval }: Pick<Subscription, "approval">,
  edition: Edition,
  tally: Tally | null,
  { choices }: Pick<Selection, "choices">,
  now: Instant,
): Made {
  const left = LEFT_KINDS.flatMap((kind) => choices.filter((one) => one.kind === kind));
  const after = approval?.after ?? null;
  return {
    edition: { ...edition, awaits: true },
    parts: [],
    awaits: {
      ...{ kept: keepEdition(edition), tally, goesAt: after === null ? null : now + after },
      left: left.slice(0, MOST_LEFT).map(({ filed, kind, rule }) => {
        return { id: filed.article.id, kind, rule };
      }),
    },
  };
}

/** The articles of which these things have become. */
export function idsOf(
  { choices }: Pick<Selection, "choices">,
  ...kinds: readonly Choice["kind"][]
): readonly ArticleId[] {
  return choices.filter(({ kind }) => kinds.includes(kind)).map(({ filed }) => filed.article.id);
}
