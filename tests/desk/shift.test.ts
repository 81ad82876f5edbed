import { expect, test } from "vitest";
import type { Courier, FollowUp, Parcel } from "#core/outbox/courier.ts";
import { onShift } from "#desk/shift.ts";

const PARCEL = {} as unknown as Parcel; // it is only handed on
const FOLLOW_UP = {} as unknown as FollowUp;

/** A courier that tells what it was asked to carry. */
function telling() {
  const carried: string[] = [];
  const carry = (verb: string) => async () => {
    carried.push(verb);
    return { messageId: verb, url: null };
  };
  const courier: Courier = {
    platform: "slack",
    budget: { fits: () => true },
    ...{ post: carry("post"), edit: carry("edit"), reply: carry("reply") },
  };
  return { courier, carried };
}

const VERBS: readonly (readonly [string, (courier: Courier) => Promise<unknown>])[] = [
  ["post", (courier) => courier.post(PARCEL)],
  ["edit", (courier) => courier.edit(FOLLOW_UP)],
  ["reply", (courier) => courier.reply(FOLLOW_UP)],
];

test.each(
  VERBS,
)("while another may have taken over, it carries no %s, and later it does", async (verb, carry) => {
  const { courier, carried } = telling();
  let isOurs = false;
  const guarded = onShift(courier, () => isOurs);
  // Nothing was posted, so that a later attempt needs no look into the channel.
  await expect(carry(guarded)).rejects.toMatchObject({ code: "put-off", retryAfter: 2_000 });
  expect(carried).toEqual([]);
  isOurs = true;
  expect(await carry(guarded)).toMatchObject({ messageId: verb });
  expect([carried, guarded.platform]).toEqual([[verb], "slack"]);
});
