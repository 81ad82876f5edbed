import { expect, test } from "vitest";
import type { Channel } from "#core/digest/channel.ts";
import type { Asker } from "#core/reply/front-desk.ts";
import { REMIND_AFTER } from "#desk/approval-notice.ts";
import { asked } from "#tests/asked.ts";
import { editorsNewsroom } from "./editor/newsroom.ts";

const HOUR = 3_600_000;
const INES: Asker = { id: "slack:U1", name: "Ines", role: "editor" };
const BO: Asker = { id: "slack:U2", name: "Bo", role: "editor" };
const from = (asker: Asker) => asked({ asker });

async function setUp(terms: Partial<Channel> = {}) {
  const newsroom = await editorsNewsroom({ terms: { approval: { after: null }, ...terms } });
  const { clock, editionDesk, outbox, approvalDesk, file } = newsroom;
  /** The first edition carries two articles, and waits. */
  await file({ id: "a", title: "Headline a", published: clock.now() });
  await file({ id: "b", title: "Headline b", published: clock.now() - 60_000 });
  await editionDesk.makeDue();
  const posted = async () => {
    const claimed = await outbox.claim(clock.now(), ["slack", "preview"]);
    for (const { key } of claimed) {
      await outbox.delivered(key, { messageId: key, url: null }, clock.now());
    }
    return claimed
      .map(({ platform, kind, message }) => {
        const about = message.sections.flatMap((one) => one.about ?? []);
        return `${platform} ${kind} ${about.join(" ")}`.trim();
      })
      .toSorted();
  };
  const numbers = async () => (await approvalDesk.open()).map(({ number }) => number);
  const only = async () => (await numbers())[0] ?? 0;
  return { ...newsroom, posted, numbers, only };
}

test("an edition waits in all its places, is one to people, and is let go once", async () => {
  const { approvalDesk, posted, only, numbers, orders, editions, ledger } = await setUp();
  expect(await posted()).toEqual([]);
  expect(await numbers()).toHaveLength(1);
  expect(await editions.issued("front-page@preview:front-page", 9)).toEqual([]);
  const number = await only();
  const both = await Promise.all([
    approvalDesk.letGo(number, INES),
    approvalDesk.letGo(number, BO),
  ]);
  expect(both.map(({ kind }) => kind)).toEqual(["done", "decided"]);
  expect(both[1]).toMatchObject({ decided: { how: "let-go", by: "Ines" } });
  expect(await posted()).toEqual(["preview post a b", "slack post a b"]);
  expect(await posted()).toEqual([]);
  expect((await ledger.history("a.txt")).map(({ stage }) => stage)).toEqual(["posted", "posted"]);
  const lines = (await orders.audit(0, 0, 9)).map(({ name, did }) => `${name} ${did}`);
  expect(lines).toEqual(["Ines let the edition of front-page of 8 May, 06:20 go"]);
});

test("what is urgent waits too, and says so", async () => {
  const { file, editionDesk, approvalDesk, posted, clock } = await setUp({ atOnce: 3 });
  clock.pass(60_000);
  await file({ id: "flash", urgency: 1, title: "Quake" });
  await editionDesk.makeUrgent();
  expect(await posted()).toEqual([]);
  const urgent = (await approvalDesk.open()).find((one) => one.urgent);
  expect(urgent?.places).toHaveLength(2);
  await approvalDesk.letGo(urgent?.number ?? 0, INES);
  expect(await posted()).toEqual(["preview post flash", "slack post flash"]);
  await editionDesk.makeUrgent();
  expect(await approvalDesk.open()).toHaveLength(1);
});

test("an edition is made on while another one waits, and nothing is in two", async () => {
  const { file, editionDesk, approvalDesk, posted, clock, numbers } = await setUp();
  await file({ id: "c" });
  clock.pass(HOUR);
  await editionDesk.makeDue();
  expect(await numbers()).toHaveLength(2);
  // The later one first: corrections and the next edition do not wait for what nobody has decided.
  await approvalDesk.letGo((await numbers())[1] ?? 0, INES);
  expect(await posted()).toEqual(["preview post c", "slack post c"]);
  await approvalDesk.letGo((await numbers())[0] ?? 0, INES);
  expect(await posted()).toEqual(["preview post a b", "slack post a b"]);
});

test("what is held, killed or revised meanwhile is heeded before it goes, and comes back when it is released", async () => {
  const { line, approvalDesk, posted, only, clock, editionDesk, orders } = await setUp();
  await line("hold a");
  const outcome = await approvalDesk.letGo(await only(), INES);
  expect(outcome).toMatchObject({ kind: "done", out: ["a"] });
  expect(await posted()).toEqual(["preview post b", "slack post b"]);
  const [last] = await orders.audit(0, 0, 1);
  expect(last?.did).toContain("without a");
  await line("release a");
  clock.pass(HOUR);
  await editionDesk.makeDue();
  await approvalDesk.letGo(await only(), INES);
  expect(await posted()).toEqual(["preview post a", "slack post a"]);
});

test("what was revised while it waited is read once, in whichever edition goes first", async () => {
  const { file, editionDesk, approvalDesk, posted, clock, numbers } = await setUp();
  const body = "The bridge reopened on Friday. Two lorries crossed it, the council said at noon.";
  await file({ id: "a", revision: 2, title: "Headline a, revised", body });
  await file({ id: "c", title: "Headline c" });
  clock.pass(HOUR);
  await editionDesk.makeDue();
  const [first = 0, second = 0] = await numbers();
  await approvalDesk.letGo(first, INES);
  expect(await posted()).toEqual(["preview post a b", "slack post a b"]);
  expect(await approvalDesk.letGo(second, INES)).toMatchObject({ kind: "done", out: ["a"] });
  expect(await posted()).toEqual(["preview post c", "slack post c"]);
});

test("what nothing may be shown of waits on", async () => {
  const { line, approvalDesk, posted, only } = await setUp();
  await line("hold a");
  await line("kill b sure:yes");
  expect(await approvalDesk.letGo(await only(), INES)).toEqual({ kind: "empty" });
  expect(await posted()).toEqual([]);
});

test("a story is left out of it, and of the channel for good; without its last one it is dropped", async () => {
  const { approvalDesk, posted, only, clock, editionDesk, file, ledger, wishes } = await setUp();
  const number = await only();
  expect(await approvalDesk.leaveOut(number, "zz", INES)).toEqual({ kind: "unknown" });
  expect(await approvalDesk.leaveOut(number, "a", INES)).toMatchObject({ kind: "done" });
  expect(await approvalDesk.leaveOut(number, "b", INES)).toMatchObject({ kind: "done" });
  expect(await approvalDesk.find(number)).toMatchObject({ how: "dropped", by: "Ines" });
  await file({ id: "a", revision: 2, title: "Headline a, revised", body: "It reopened twice." });
  clock.pass(HOUR);
  await editionDesk.makeDue();
  expect(await approvalDesk.open()).toEqual([]);
  expect(await posted()).toEqual([]);
  expect((await ledger.history("a.txt")).map(({ stage, rule }) => `${stage} ${rule}`)).toContain(
    "left-out of front-page, by Ines",
  );
  expect(await wishes.leftForGood()).toHaveLength(4);
});

test("where the config says so it goes by itself, and else never", async () => {
  const timed = await setUp({ approval: { after: 30 * 60_000 } });
  timed.clock.pass(30 * 60_000 - 1);
  expect(await timed.approvalDesk.letGoInTime()).toBe(0);
  timed.clock.pass(1);
  expect(await timed.approvalDesk.letGoInTime()).toBe(1);
  expect(await timed.posted()).toEqual(["preview post a b", "slack post a b"]);
  expect((await timed.orders.audit(0, 0, 9))[0]).toMatchObject({ name: "Copydesk" });
  const patient = await setUp();
  patient.clock.pass(365 * 24 * HOUR);
  expect(await patient.approvalDesk.letGoInTime()).toBe(0);
  expect(await patient.posted()).toEqual([]);
});

test("admins are told once, again while nobody decides, and in the thread who did", async () => {
  const { approvalWatch, approvalDesk, posted, only, clock } = await setUp();
  expect(await approvalWatch.tend()).toBe(true);
  expect(await approvalWatch.tend()).toBe(false);
  expect(await posted()).toEqual(["slack notice"]);
  clock.pass(REMIND_AFTER);
  expect(await approvalWatch.tend()).toBe(true);
  expect(await posted()).toEqual(["slack notice"]);
  await approvalDesk.letGo(await only(), INES);
  expect(await posted()).toEqual(["preview post a b", "slack post a b", "slack reply"]);
  expect(await posted()).toEqual(["slack reply"]);
  expect(await approvalWatch.tend()).toBe(false);
});

test("by command: what waits is read, a story left out, the rest let go, and whoever is late is told", async () => {
  const { line, done, posted, only } = await setUp();
  const number = await only();
  expect(await line("status")).toContain("the edition of front-page of 8 May, 06:20 for 0 min");
  const read = await line("approve front-page", from(INES));
  expect(read).toContain(`waits for an editor (${number})`);
  expect(read).toContain("Headline a");
  // It asks first, by its headline; what was left out is put back where it stood, for as long as the edition waits.
  const asks = await line(`approve edition:${number} without:a`, from(INES));
  expect(asks).toContain("Leave “Headline a” (a) out for good?");
  expect(asks).toContain(`approve edition:${number} without:a sure:yes`);
  const out = await line(`approve edition:${number} without:a sure:yes`, from(INES));
  expect(out).toContain("Left out for good: “Headline a” (a).");
  expect(out).toContain(`[Put it back → approve edition:${number} back:a]`);
  expect(await line(`approve edition:${number} back:a`, from(INES))).toContain(
    "Put back: “Headline a” (a).",
  );
  const again = await line(`approve edition:${number}`, from(INES));
  expect(again.indexOf("Headline a")).toBeLessThan(again.indexOf("Headline b"));
  expect(await line(`approve edition:${number} back:a`, from(INES))).toContain("no such article");
  await line(`approve edition:${number} without:a sure:yes`, from(INES));
  const audit = await line("audit", from(INES));
  expect(audit).toContain("put “Headline a” (a) back into the edition of front-page");
  expect(audit).toContain("left “Headline a” (a) out of the edition of front-page");
  expect(await line(`approve edition:${number} answer:go`, from(INES))).toContain("On its way");
  expect(done).toEqual(["carry"]);
  expect(await posted()).toEqual(["preview post b", "slack post b"]);
  expect(await line(`approve edition:${number} answer:drop`, from(BO))).toMatch(
    /^Ines let it go already/,
  );
  expect(await line("approve", from(BO))).toContain("No edition waits");
  expect(await line("approve edition:99", from(BO))).toContain("There is no edition “99”");
});

test("readers learn of none of it", async () => {
  const { line, only } = await setUp();
  const reader = asked({ role: "reader" });
  const text = await line(`approve edition:${await only()} answer:go`, reader);
  expect(text).not.toContain("Headline");
  expect(await line("digest latest", reader)).not.toContain("Headline a");
});

test("dropping asks first", async () => {
  const { line, only, posted, approvalDesk } = await setUp();
  const number = await only();
  expect(await line(`approve edition:${number} answer:drop`)).toContain("posted nowhere");
  expect(await approvalDesk.open()).toHaveLength(1);
  expect(await line(`approve edition:${number} answer:drop sure:yes`)).toContain("Dropped");
  expect(await posted()).toEqual([]);
});

test("what came since an edition was named is not meant by it", async () => {
  const { storeItself, approvalDesk, only, posted, clock } = await setUp();
  const number = await only();
  const rows = await storeItself.approvals.open();
  const first = Math.min(...rows.map((one) => one.number));
  expect(first).toBeLessThan(number);
  // Named by the page's number, before the other place had its own.
  await approvalDesk.letGo(first, INES);
  expect(await posted()).toHaveLength(1);
  expect((await approvalDesk.open())[0]?.places).toHaveLength(1);
  clock.pass(1);
});
