import { describe, expect, test } from "vitest";
import type { Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Courier, Parcel } from "#core/outbox/courier.ts";
import { failureOf } from "#tests/delivery-failure.ts";

/** One courier and the channel behind it; made anew for every test, which closes it by itself. */
export interface CourierPlace {
  readonly courier: Courier;
  /** A channel that takes messages, and has none. */
  readonly address: string;
  /** What stands in that channel, oldest first. */
  read(): Promise<readonly Standing[]>;
  /** A channel that the platform refuses, and words of the mend; `null` where every address is taken. */
  readonly refused: { readonly address: string; readonly mend: string } | null;
  /** `null` where nothing lies between the courier and the channel. */
  readonly faults: Faults | null;
}

/** One message as the platform's server has it. */
export interface Standing {
  readonly messageId: string;
  /** Everyone and everything that the platform would notify because of it: `@everyone`, `<!here>`. */
  readonly mentions: readonly string[];
}

/** Each of them meets the next post alone. */
export interface Faults {
  /** The connection breaks before the server has looked at the post. */
  breakConnection(): void;
  /** The server does the work, and its reply is lost. */
  loseReply(): void;
  /** The server asks to wait. */
  rateLimit(seconds: number): void;
}

/** Text as an article, or someone who means us harm, might have it. */
const HOSTILE: readonly string[] = [
  "@everyone @here @channel <@1> <@!1> <@&1> <#1> <!everyone> <!here|here> <!channel> <@U1|u> <!subteam^S1>",
  "**bold** _it_ ~~no~~ ||spoiler|| `code` ```block``` > quote\n>>> more\n# big\n-# small\n- item\n1. one",
  "[Click](https://example.com/@everyone) <https://example.com|here> :smile: <:a:1> <t:0:R> </brief:1>",
  "\u202e@everyone\u202c \u0000\u0007 \ud800 &lt;!channel&gt; &amp;",
];

/** What every courier promises, whatever platform stands behind it. */
export function courierContract(name: string, open: () => Promise<CourierPlace>): void {
  describe(`the courier of ${name}`, () => {
    describe("posting", () => postingContract(open));
    describe("hostile text", () => hostileTextContract(open));
    describe("failing", () => failingContract(open));
  });
}

function postingContract(open: () => Promise<CourierPlace>): void {
  test("a post stands in the channel, and its receipt names it", async () => {
    const place = await open();
    const { messageId } = await place.courier.post(parcel(place));
    expect(messageId).not.toBe("");
    expect((await place.read()).map((standing) => standing.messageId)).toEqual([messageId]);
  });

  test("the same key again gives the first receipt and leaves one message", async () => {
    const place = await open();
    const first = await place.courier.post(parcel(place));
    const second = await place.courier.post({ ...parcel(place), again: true });
    expect(second).toEqual(first);
    expect(await place.read()).toHaveLength(1);
  });

  test("another key is another message, also when it looks for an earlier attempt", async () => {
    const place = await open();
    const first = await place.courier.post(parcel(place));
    const second = await place.courier.post({ ...parcel(place), key: "k1p2", again: true });
    expect(second.messageId).not.toBe(first.messageId);
    expect((await place.read()).map(({ messageId }) => messageId)).toEqual([
      first.messageId,
      second.messageId,
    ]);
  });

  test("a key that begins like another one is not taken for it", async () => {
    const place = await open();
    await place.courier.post({ ...parcel(place), key: "k1p11" });
    await place.courier.post({ ...parcel(place), key: "k1p1", again: true });
    expect(await place.read()).toHaveLength(2);
  });
}

function hostileTextContract(open: () => Promise<CourierPlace>): void {
  test("a message of it, parted to the budget, is taken whole and mentions nobody", async () => {
    const place = await open();
    const parts = partMessage(hostileMessage(), place.courier.budget);
    for (const [index, message] of parts.entries()) {
      await place.courier.post({ ...parcel(place), message, key: `k1p${index}` });
    }
    const standing = await place.read();
    expect(standing).toHaveLength(parts.length);
    expect(standing.flatMap(({ mentions }) => mentions)).toEqual([]);
  });
}

function failingContract(open: () => Promise<CourierPlace>): void {
  test("a channel that the platform refuses is told with its mend", async ({ skip }) => {
    const place = await open();
    if (place.refused === null) return skip("every address is taken");
    const { address, mend } = place.refused;
    const error = await failureOf(place.courier.post({ ...parcel(place), address }));
    expect(error.code).toBe("refused");
    expect(error.message).toContain(mend);
  });

  test("a server that cannot be reached is told, and the next attempt posts", async ({ skip }) => {
    const place = await open();
    if (place.faults === null) return skip("nothing lies between");
    place.faults.breakConnection();
    expect((await failureOf(place.courier.post(parcel(place)))).code).toBe("unreachable");
    await place.courier.post({ ...parcel(place), again: true });
    expect(await place.read()).toHaveLength(1);
  });

  test("after a lost reply the next attempt adopts what stands there", async ({ skip }) => {
    const place = await open();
    if (place.faults === null) return skip("nothing lies between");
    place.faults.loseReply();
    expect((await failureOf(place.courier.post(parcel(place)))).code).toBe("unreachable");
    const { messageId } = await place.courier.post({ ...parcel(place), again: true });
    expect((await place.read()).map((standing) => standing.messageId)).toEqual([messageId]);
  });

  test("a rate limit is told with the wait, and nothing is posted", async ({ skip }) => {
    const place = await open();
    if (place.faults === null) return skip("nothing lies between");
    place.faults.rateLimit(3);
    const error = await failureOf(place.courier.post(parcel(place)));
    expect(error.code).toBe("rate-limited");
    // An SDK may add a little, so as not to come back too early.
    expect(error.retryAfter).toBeGreaterThanOrEqual(3_000);
    expect(error.retryAfter).toBeLessThan(4_000);
    expect(await place.read()).toEqual([]);
  });
}

function parcel({ address }: CourierPlace): Parcel {
  const message = plainMessage("The harbour bridge reopens on Monday.");
  return { address, message, key: "k1p1", again: false };
}

function hostileMessage(): Message {
  const spans = HOSTILE.map((text) => ({ text }));
  return {
    summary: HOSTILE.join(" "),
    sections: [
      ...HOSTILE.map((text) => ({
        blocks: [
          { kind: "title", text } as const,
          { kind: "headline", spans: [{ text, style: "strong" }] } as const,
          { kind: "quote", text, by: [{ text }] } as const,
          {
            kind: "buttons",
            buttons: [{ kind: "ask", label: text, ask: "help" }],
          } as const,
        ],
      })),
      { blocks: [{ kind: "list", items: spans.map((span) => [span]) }] },
      { blocks: [{ kind: "note", spans }] },
      { blocks: [{ kind: "paragraph", spans: [{ text: HOSTILE.join(" ").repeat(60) }] }] },
    ],
  };
}
