/** A reply that would not end, or led elsewhere. */
export class EndlessReply extends Error {
  override readonly name = "EndlessReply";
}

/** In bytes: an answer of numbers has a few hundred. */
const LONGEST_REPLY = 1_000_000;

/**
 * `fetch` for one endpoint: it follows no redirect, which would take the key and the copy elsewhere, and reads no more than a
 * reply of numbers can be.
 */
export async function boundedFetch(
  input: Parameters<typeof fetch>[0],
  init?: Parameters<typeof fetch>[1],
): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: "error" });
  if (response.body === null) return response;
  let read = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > LONGEST_REPLY) controller.error(new EndlessReply("the reply would not end"));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counting), { status, statusText, headers });
}
