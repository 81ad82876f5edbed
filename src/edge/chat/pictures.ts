import { hasPictures, withoutPictures } from "#core/message/picture.ts";
import type { Parcel } from "#core/outbox/courier.ts";

/**
 * Sends a parcel, and once more without its pictures where the platform refuses how it is set: a story must not be lost
 * for a picture that a platform cannot fetch.
 *
 * @param isRefused says whether a failure of `send` is such a refusal; nothing was posted then
 */
export async function sparingPictures<P extends Parcel, T>(
  parcel: P,
  isRefused: (error: unknown) => boolean,
  send: (parcel: P) => Promise<T>,
): Promise<T> {
  try {
    return await send(parcel);
  } catch (error) {
    if (!hasPictures(parcel.message) || !isRefused(error)) throw error;
    return send(bare(parcel));
  }
}

/** The parcel itself where it has none. */
export function bare<P extends Parcel>(parcel: P): P {
  return hasPictures(parcel.message)
    ? { ...parcel, message: withoutPictures(parcel.message) }
    : parcel;
}
