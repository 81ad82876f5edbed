import { describe, expect, test } from "vitest";
import type { Asked, Asker } from "#core/reply/front-desk.ts";
import { asked } from "#tests/asked.ts";
import { editorsNewsroom } from "./newsroom.ts";

const SPORT = { platform: "slack", address: "C0002", name: "sport" } as const;

function from(asker: Partial<Asker>, rest: Partial<Asked> = {}): Asked {
  const { asker: usual } = asked();
  return asked({ place: SPORT, channel: "sport", ...rest, asker: { ...usual, ...asker } });
}

const EDITOR = from({ role: "editor" });
/** As Slack says of whoever made the channel; somebody else has ordered its digest. */
const MAKER = from({ id: "slack:U7", role: "reader", edits: ["sport"] });

/** A newsroom with the file's front-page, and sport, which an editor has ordered. */
async function withSport() {
  const newsroom = await editorsNewsroom();
  await order(newsroom, EDITOR);
  return newsroom;
}

async function order(
  { line }: Pick<Awaited<ReturnType<typeof editorsNewsroom>>, "line">,
  by: Asked,
) {
  const shown = await line("subscribe schedule:08:00", by);
  return line(/(?<ask>subscribe draft:key\d+)/u.exec(shown)?.groups?.ask ?? "help", by);
}

const REFUSED = "is for editors.";

// What reaches one channel, given in it, by its name, and about another one.
test.each<[string, string]>([
  ["pause", "rests until"],
  ["pause sport", "rests until"],
  ["resume sport", "does not rest"],
  ["preview sport", "Bridge reopens"],
  ["post sport", "Post an edition of sport now?"],
  ["subscribe layout:compact", "Change the digest “sport”?"],
  ["unsubscribe sport", "End the digest “sport”?"],
  ["pause front-page", REFUSED],
  ["resume front-page", REFUSED],
  ["preview front-page", REFUSED],
  ["post front-page", REFUSED],
  ["post front-page sure:yes", REFUSED],
  ["unsubscribe front-page", REFUSED],
  ["unsubscribe front-page sure:yes", REFUSED],
  ["subscribe name:another", REFUSED],
  ["kill a1", REFUSED],
  ["kill a1 sure:yes", REFUSED],
  ["hold a1", REFUSED],
  ["release a1", REFUSED],
  ["status", REFUSED],
  ["audit", REFUSED],
  ["reports", REFUSED],
])("whoever made a channel says %j there: %s", async (said, answer) => {
  const { line, file } = await withSport();
  await file({ id: "a1" });
  expect(await line(said, MAKER)).toContain(answer);
});

test("what they may not do has not been done", async () => {
  const { line, live, orders } = await withSport();
  const before = await orders.audit(0, 0, 50);
  for (const said of [
    "pause front-page",
    "unsubscribe front-page sure:yes",
    "post front-page sure:yes",
  ]) {
    await line(said, MAKER);
  }
  expect(live.list().map(({ name }) => name)).toEqual(["front-page", "sport"]);
  expect(await orders.audit(0, 0, 50)).toEqual(before);
});

test("who is refused is told what they edit, and helped to that alone", async () => {
  const { line, desk } = await withSport();
  expect(await line("pause front-page", MAKER)).toContain("You edit “sport”, and no more.");
  const help = await line("help", MAKER);
  expect(help).toContain("/desk pause");
  expect(help).not.toMatch(/\/desk (?:kill|hold|release|audit|status)/u);
  const channels = await desk.suggest("pause", "channel", "", MAKER);
  expect(channels.map(({ value }) => value)).toEqual(["sport"]);
  expect(await desk.suggest("kill", "article", "", MAKER)).toEqual([]);
});

test("held copy is an editor's of the newsroom, also while its name is typed", async () => {
  const { line, file, desk } = await withSport();
  await file({ id: "a1", title: "Bridge plan", status: "withheld" }, { headline: "Bridge plan" });
  const editors = await desk.suggest("why", "article", "bridge", EDITOR);
  expect(editors.map(({ value }) => value)).toEqual(["a1"]);
  expect(await desk.suggest("why", "article", "bridge", MAKER)).toEqual([]);
  expect(await line("why a1", MAKER)).not.toContain("Bridge plan");
});

describe("whoever ordered a channel", () => {
  const orderer = (id: string, rest: Partial<Asked> = {}) => from({ id, role: "reader" }, rest);

  test("goes on editing it once they are no editor any more, wherever they ask", async () => {
    const { line } = await withSport();
    const direct = { place: { platform: "slack", address: "D1", name: null }, channel: null };
    const before = orderer("slack:U0001", direct);
    expect(await line("pause sport", before)).toContain("rests until");
    expect(await line("pause front-page", before)).toContain(REFUSED);
    expect(await line("hold a1", before)).toContain(REFUSED);
    expect(await line("pause sport", orderer("slack:U2"))).toContain(REFUSED);
  });

  test("is whoever changed the order last", async () => {
    const newsroom = await withSport();
    const { line } = newsroom;
    const next = from({ id: "slack:U5", name: "Joss", role: "editor" });
    await order(newsroom, next);
    expect(await line("pause sport", orderer("slack:U5"))).toContain("rests until");
    expect(await line("pause sport", orderer("slack:U0001"))).toContain(REFUSED);
  });

  test("is no editor of their own digest by direct message", async () => {
    const { line, live } = await editorsNewsroom();
    const reader = orderer("slack:U3");
    await line("digest me at:07:30", reader);
    expect(live.orderedBy("slack:U3")).toEqual([]);
    expect(await line("post for-slack-u3 sure:yes", reader)).toContain(REFUSED);
  });
});

describe("whoever runs a further workspace", () => {
  const there = { platform: "slack", address: "T2/C1", name: "desk-two" } as const;
  const admin = from(
    { id: "slack:T2/U1", role: "reader", runsPlace: true },
    { place: there, channel: null },
  );

  test("orders a digest there, and is told no more of the newsroom", async () => {
    const newsroom = await withSport();
    const { line, live } = newsroom;
    expect(await order(newsroom, admin)).toContain("Saved “desk-two”.");
    expect(live.list().find(({ name }) => name === "desk-two")?.places).toEqual({ slack: "T2/C1" });
    for (const said of [
      "kill a1",
      "hold a1",
      "release a1",
      "status",
      "audit",
      "pause front-page",
    ]) {
      expect(await line(said, admin)).toContain(REFUSED);
    }
  });

  test("saves nothing that was shown for another place", async () => {
    const { line, live } = await withSport();
    const shown = await line("subscribe schedule:08:00", admin);
    const ask = /(?<ask>subscribe draft:key\d+)/u.exec(shown)?.groups?.ask ?? "help";
    const elsewhere = { ...admin, place: { ...there, address: "T2/C2" } };
    expect(await line(ask, elsewhere)).toContain(REFUSED);
    expect(await line(ask, { ...admin, asker: { ...admin.asker, runsPlace: false } })).toContain(
      REFUSED,
    );
    expect(live.list()).toHaveLength(2);
  });
});
