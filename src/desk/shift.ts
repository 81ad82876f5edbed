import { type Courier, DeliveryError } from "#core/outbox/courier.ts";

/** Milliseconds until it is asked again who has the work. */
const ASK_AGAIN = 2_000;

/**
 * A courier that posts only while this process surely has the work: one that stood still would else post once
 * more what another has posted meanwhile.
 */
export function onShift(courier: Courier, isOurs: () => boolean): Courier {
  const sure = <Given, T>(work: (given: Given) => Promise<T>) => {
    return (given: Given): Promise<T> => {
      if (isOurs()) return work(given);
      const says = "It is not sure that no other process has taken over the work";
      return Promise.reject(new DeliveryError("put-off", says, { retryAfter: ASK_AGAIN }));
    };
  };
  return {
    ...courier,
    post: sure((parcel) => courier.post(parcel)),
    edit: sure((followUp) => courier.edit(followUp)),
    reply: sure((followUp) => courier.reply(followUp)),
  };
}
