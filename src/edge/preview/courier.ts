import { PAGE } from "#core/digest/subscription.ts";
import type { Courier, FollowUp, Parcel, Receipt } from "#core/outbox/courier.ts";

/**
 * Carries editions to the page. The page reads them from where they are stored, so that all there
 * is to carry is word that they are there; a second call with one key can do no harm, and gives the
 * same receipt, in another process too.
 */
export function previewCourier(publish: () => void): Courier {
  const carry = async ({ key }: Parcel): Promise<Receipt> => {
    publish();
    return { messageId: `preview-${key}`, url: null };
  };
  const edit = async ({ target }: FollowUp): Promise<Receipt> => {
    publish();
    return { messageId: target.messageId, url: target.url };
  };
  return {
    platform: PAGE,
    budget: { fits: () => true },
    ...{ post: carry, edit, reply: carry },
  };
}
