import { DeliveryError } from "#core/outbox/courier.ts";

/** The error of a post that must fail. */
export async function failureOf(posting: Promise<unknown>): Promise<DeliveryError> {
  const error = await posting.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (error instanceof DeliveryError) return error;
  throw new TypeError("the post did not fail with a DeliveryError", { cause: error });
}
