import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Courier, DeliveryKey, FollowUp, Parcel, Receipt } from "#core/outbox/courier.ts";
import { failureOf } from "#tests/delivery-failure.ts";

/**
 * One courier and the channel behind it; made anew for every test, which closes it by itself.
 *
 * Slack, Discord and the page have one each. The terminal has none: it prints what it is asked for,
 * and no channel of the newsroom is posted there.
 */
export interface CourierPlace {
  readonly courier: Courier;
  /** A channel that takes messages, and has none. */
  readonly address: string;
  /** What stands in that channel, threads left out, oldest first. */
  read(): Promise<readonly Standing[]>;
  /** `null` where the platform has no threads, and nobody but us can take a post away. */
  readonly threads: Threads | null;
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
  /** What people read in it, with whatever the platform stores around it. */
  readonly text: string;
}

export interface Threads {
  /** What stands in the thread of a post, the post itself left out, oldest first. */
  read(post: Receipt): Promise<readonly Standing[]>;
  /** Somebody deletes a message. */
  remove(post: Receipt): Promise<void>;
}

/** What a courier does. */
export type Errand = "post" | "edit" | "reply";

/** Each of them meets the next errand of its kind alone. */
export interface Faults {
  /** The connection breaks before the server has looked at the message. */
  breakConnection(errand: Errand): void;
  /** The server does the work, and its reply is lost. */
  loseReply(errand: Errand): void;
  /** The server asks to wait. */
  rateLimit(errand: Errand, seconds: number): void;
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
    describe("editing", () => editingContract(open));
    describe("replying", () => replyingContract(open));
    describe("hostile text", () => hostileTextContract(open));
    describe("failing", () => failingContract(open));
    describe.each<Errand>(["post", "edit", "reply"])("a fault on the way of a %s", (errand) =>
      faultContract(open, errand));
  });
}

function postingContract(open: () => Promise<CourierPlace>): void {
  test("a post stands in the channel, and its receipt names it", async () => {
    const place = await open();
    const { messageId } = await place.courier.post(parcel(place));
    expect(messageId).not.toBe("");
    expect(ids(await place.read())).toEqual([messageId]);
  });

  test("the same key again gives the first receipt and leaves one message", async () => {
    const place = await open();
    const first = await place.courier.post(parcel(place));
    const second = await place.courier.post({ ...parcel(place), again: true });
    expect(second).toEqual(first);
    expect(await place.read()).toHaveLength(1);
  });

  test("a clock of ours that is days ahead finds it all the same", async () => {
    const place = await open();
    const first = await place.courier.post(parcel(place));
    const { now } = Date;
    const clock = vi.spyOn(Date, "now").mockImplementation(() => now() + 5 * 24 * 3_600_000);
    onTestFinished(() => clock.mockRestore());
    const second = await place.courier.post({ ...parcel(place), again: true });
    expect(second).toEqual(first);
    expect(await place.read()).toHaveLength(1);
  });

  test("another key is another message, also when it looks for an earlier attempt", async () => {
    const place = await open();
    const first = await place.courier.post(parcel(place));
    const second = await place.courier.post({ ...parcel(place), key: "k1p2", again: true });
    expect(second.messageId).not.toBe(first.messageId);
    expect(ids(await place.read())).toEqual([first.messageId, second.messageId]);
  });

  test("a key that begins like another one is not taken for it", async () => {
    const place = await open();
    await place.courier.post({ ...parcel(place), key: "k1p11" });
    await place.courier.post({ ...parcel(place), key: "k1p1", again: true });
    expect(await place.read()).toHaveLength(2);
  });
}

function editingContract(open: () => Promise<CourierPlace>): void {
  test("an edit changes the message where it stands, and its receipt names that one", async () => {
    const place = await open();
    const posted = await place.courier.post(parcel(place));
    const edited = await place.courier.edit(edit(place, posted));
    expect(edited).toEqual(posted);
    const [standing, ...others] = await place.read();
    expect(others).toEqual([]);
    expect(standing?.messageId).toBe(posted.messageId);
    expect(standing?.text).toContain(TUESDAY);
    expect(standing?.text).not.toContain(MONDAY);
  });

  test("the same edit again changes nothing more", async () => {
    const place = await open();
    const posted = await place.courier.post(parcel(place));
    await place.courier.edit(edit(place, posted));
    const once = await place.read();
    await place.courier.edit({ ...edit(place, posted), again: true });
    expect(await place.read()).toEqual(once);
  });

  test("only the message that it is for changes", async () => {
    const place = await open();
    const first = await place.courier.post(parcel(place));
    await place.courier.post({ ...parcel(place), key: "k1p2" });
    await place.courier.edit(edit(place, first));
    const texts = (await place.read()).map(({ text }) => text);
    expect(texts.map((text) => text.includes(TUESDAY))).toEqual([true, false]);
  });

  test("a post whose reply was lost is found after an edit too", async () => {
    const place = await open();
    const posted = await place.courier.post(parcel(place));
    await place.courier.edit(edit(place, posted));
    expect(await place.courier.post({ ...parcel(place), again: true })).toEqual(posted);
    expect(await place.read()).toHaveLength(1);
  });

  test("a post that somebody has deleted is gone, and nothing is posted instead", async ({
    skip,
  }) => {
    const place = await open();
    if (place.threads === null) return skip("nobody can delete a post");
    const posted = await place.courier.post(parcel(place));
    await place.threads.remove(posted);
    expect((await failureOf(place.courier.edit(edit(place, posted)))).code).toBe("gone");
    expect(await place.read()).toEqual([]);
  });
}

function replyingContract(open: () => Promise<CourierPlace>): void {
  test("a reply stands in the thread of its post, and not in the channel", async ({ skip }) => {
    const place = await open();
    if (place.threads === null) return skip("no threads");
    const posted = await place.courier.post(parcel(place));
    const other = await place.courier.post({ ...parcel(place), key: "k1p2" });
    const { messageId } = await place.courier.reply(reply(place, posted));
    expect(ids(await place.threads.read(posted))).toEqual([messageId]);
    expect(ids(await place.read())).toEqual([posted.messageId, other.messageId]);
  });

  test("the same key again gives the first receipt and leaves one reply", async ({ skip }) => {
    const place = await open();
    if (place.threads === null) return skip("no threads");
    const posted = await place.courier.post(parcel(place));
    const first = await place.courier.reply(reply(place, posted));
    const second = await place.courier.reply({ ...reply(place, posted), again: true });
    expect(second).toEqual(first);
    expect(await place.threads.read(posted)).toHaveLength(1);
  });

  test("replies stand in the order in which they were carried, also one to a reply", async ({
    skip,
  }) => {
    const place = await open();
    if (place.threads === null) return skip("no threads");
    const posted = await place.courier.post(parcel(place));
    const first = await place.courier.reply(reply(place, posted));
    const second = await place.courier.reply({ ...reply(place, first, "r1p1"), key: "r1p2" });
    const third = await place.courier.reply({ ...reply(place, posted), key: "r1p3", again: true });
    const expected = [first, second, third].map(({ messageId }) => messageId);
    expect(ids(await place.threads.read(posted))).toEqual(expected);
  });

  test("a reply is edited where it stands", async ({ skip }) => {
    const place = await open();
    if (place.threads === null) return skip("no threads");
    const posted = await place.courier.post(parcel(place));
    const said = await place.courier.reply(reply(place, posted));
    await place.courier.edit(edit(place, said, "r1p1"));
    const [standing] = await place.threads.read(posted);
    expect(standing?.messageId).toBe(said.messageId);
    expect(standing?.text).toContain(TUESDAY);
  });

  test("a reply to a post that somebody has deleted is told as gone", async ({ skip }) => {
    const place = await open();
    if (place.threads === null) return skip("nobody can delete a post");
    const posted = await place.courier.post(parcel(place));
    await place.threads.remove(posted);
    expect((await failureOf(place.courier.reply(reply(place, posted)))).code).toBe("gone");
    expect(await place.read()).toEqual([]);
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

  test("an edit to it, and a reply of it, mention nobody", async () => {
    const place = await open();
    const posted = await place.courier.post(parcel(place));
    for (const [index, message] of partMessage(hostileMessage(), place.courier.budget).entries()) {
      await place.courier.edit({ ...edit(place, posted), message });
      await place.courier.reply({ ...reply(place, posted), message, key: `r1p${index}` });
      const standing = [...(await place.read()), ...((await place.threads?.read(posted)) ?? [])];
      expect(standing.flatMap(({ mentions }) => mentions)).toEqual([]);
    }
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
}

function faultContract(open: () => Promise<CourierPlace>, errand: Errand): void {
  test("a server that cannot be reached is told, and the next attempt does it", async ({
    skip,
  }) => {
    const place = await open();
    const { faults } = place;
    if (faults === null) return skip("nothing lies between");
    const { run, standing, done } = await prepare(place, errand);
    faults.breakConnection(errand);
    expect((await failureOf(run(false))).code).toBe("unreachable");
    const { messageId } = await run(true);
    expect(ids(await standing())).toEqual([messageId]);
    expect(await done()).toBe(true);
  });

  test("after a lost reply the next attempt adopts what stands there", async ({ skip }) => {
    const place = await open();
    const { faults } = place;
    if (faults === null) return skip("nothing lies between");
    const { run, standing, done } = await prepare(place, errand);
    faults.loseReply(errand);
    expect((await failureOf(run(false))).code).toBe("unreachable");
    const first = await standing();
    expect(await done()).toBe(true);
    const { messageId } = await run(true);
    expect(await standing()).toEqual(first);
    expect(ids(first)).toEqual([messageId]);
  });

  test("a rate limit is told with the wait, and nothing is done", async ({ skip }) => {
    const place = await open();
    const { faults } = place;
    if (faults === null) return skip("nothing lies between");
    const { run, done } = await prepare(place, errand);
    faults.rateLimit(errand, 3);
    const error = await failureOf(run(false));
    expect(error.code).toBe("rate-limited");
    // An SDK may add a little, so as not to come back too early.
    expect(error.retryAfter).toBeGreaterThanOrEqual(3_000);
    expect(error.retryAfter).toBeLessThan(4_000);
    expect(await done()).toBe(false);
  });
}

/** What an errand needs before it, and where its work is looked for. */
async function prepare(place: CourierPlace, errand: Errand) {
  const { courier, threads } = place;
  if (errand === "post") {
    const run = (again: boolean) => courier.post({ ...parcel(place), again });
    const done = async () => (await place.read()).length === 1;
    return { run, standing: () => place.read(), done };
  }
  const posted = await courier.post(parcel(place));
  if (errand === "edit") {
    const run = (again: boolean) => courier.edit({ ...edit(place, posted), again });
    const done = async () => (await place.read())[0]?.text.includes(TUESDAY) === true;
    return { run, standing: () => place.read(), done };
  }
  const run = (again: boolean) => courier.reply({ ...reply(place, posted), again });
  const standing = async () => (await threads?.read(posted)) ?? [];
  return { run, standing, done: async () => (await standing()).length === 1 };
}

const MONDAY = "The harbour bridge reopens on Monday";
const TUESDAY = "The harbour bridge reopens on Tuesday";

function ids(standing: readonly Standing[]): readonly string[] {
  return standing.map(({ messageId }) => messageId);
}

function parcel({ address }: CourierPlace): Parcel {
  return { address, message: plainMessage(`${MONDAY}.`), key: "k1p1", again: false };
}

/** An edit of a post that was posted under a key. */
function edit({ address }: CourierPlace, posted: Receipt, key: DeliveryKey = "k1p1"): FollowUp {
  const message = plainMessage(`${TUESDAY}.`);
  return { address, message, key: "e1p1", again: false, target: { ...posted, key } };
}

function reply({ address }: CourierPlace, posted: Receipt, key: DeliveryKey = "k1p1"): FollowUp {
  const message = plainMessage("The day was wrong before.");
  return { address, message, key: "r1p1", again: false, target: { ...posted, key } };
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
