import type { Store } from "#edge/store/store.ts";
import type { Place } from "./samples.ts";

/** Runs a test on a store of its own, and leaves nothing behind, whatever becomes of the test. */
export async function withStore(
  newPlace: () => Promise<Place>,
  work: (store: Store, place: Place) => Promise<void>,
): Promise<void> {
  const place = await newPlace();
  try {
    const store = await place.open();
    try {
      await work(store, place);
    } finally {
      await store.close();
    }
  } finally {
    await place.remove();
  }
}
