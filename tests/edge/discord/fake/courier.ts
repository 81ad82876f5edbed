import { onTestFinished } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import type { Courier, FollowUp, Parcel, Receipt } from "#core/outbox/courier.ts";
import { createApi } from "#edge/discord/api.ts";
import { createCourier } from "#edge/discord/courier.ts";
import { type Line, openLine } from "./line.ts";
import { TOKEN, type Twin } from "./twin.ts";

const { signal: NEVER } = new AbortController();

/** A courier on a line of its own, which ends with the test. */
export async function openCourier(twin: Twin): Promise<{ line: Line; courier: Courier }> {
  const line = await openLine(twin);
  onTestFinished(() => line.close());
  const api = createApi({ token: TOKEN, api: line.api, timeout: 4_000, signal: NEVER });
  return { line, courier: createCourier(api) };
}

export function parcelTo(address: string, more: Partial<Parcel> = {}): Parcel {
  const message = plainMessage("The harbour bridge reopens on Monday.");
  return { address, message, key: "k1p1", again: false, ...more };
}

/** What is said about a post that was posted with the key of `parcelTo`. */
export function about(posted: Receipt, address: string, more: Partial<Parcel> = {}): FollowUp {
  const message = plainMessage("The day was wrong before.");
  const target = { ...posted, key: "k1p1" };
  return { address, message, key: "r1p1", again: false, target, ...more };
}
