import { describe, expect, test } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import type { Article } from "#core/article/article.ts";
import type { Asked, Asker } from "#core/reply/front-desk.ts";
import type { Belonging } from "#desk/port/chat-service.ts";
import { asked } from "#tests/asked.ts";
import { HOURLY, sampleChannel } from "#tests/samples.ts";
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
  ["approve", "No edition waits for an editor."],
  ["approve sport", "No edition of sport waits"],
  ["approve front-page", REFUSED],
  ["approve edition:1", REFUSED],
  ["approve edition:1 answer:go", REFUSED],
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

describe("of editions that wait, whoever edits one channel", () => {
  /** One of each channel waits. */
  async function withWaiting(fields: Partial<Article> = {}) {
    const approval = { after: null };
    const sport = { ...sampleChannel("sport"), cadence: HOURLY, approval, sections: ["sport"] };
    const newsroom = await editorsNewsroom({
      channels: [{ ...sport, places: { slack: "C0002" } }],
      terms: { approval, sections: ["city"] },
    });
    await newsroom.file({ id: "a1", title: "Cup is won", section: "sport", ...fields });
    await newsroom.file({ id: "a2", title: "Cup is lost", section: "sport" });
    await newsroom.file({ id: "b1", title: "Bridge reopens", section: "city" });
    await newsroom.editionDesk.makeDue();
    const open = async () => (await newsroom.approvalDesk.open()).map(({ channel }) => channel);
    const numberOf = async (name: string) => {
      const all = await newsroom.approvalDesk.open();
      return all.find(({ channel }) => channel === name)?.number ?? 0;
    };
    return { ...newsroom, open, own: await numberOf("sport"), other: await numberOf("front-page") };
  }
  /** The admins' channel, in which the notices stand with their buttons. */
  const ADMINS = { place: { platform: "slack", address: "C0009", name: "admins" } };
  const atNotice = from(
    { id: "slack:U7", role: "reader", edits: ["sport"] },
    { ...ADMINS, channel: null },
  );

  test("reads theirs, leaves a story out, and lets it go", async () => {
    const { line, own, open, orders } = await withWaiting();
    expect(await line("approve", MAKER)).toContain("Cup is won");
    expect(await line("approve sport without:a2 sure:yes", MAKER)).toContain(
      "Left out for good: “",
    );
    expect(await line(`approve edition:${own} answer:go`, MAKER)).toContain("On its way");
    expect(await open()).toEqual(["front-page"]);
    const audit = (await orders.audit(0, 0, 9)).map(({ by }) => by);
    expect(audit).toEqual(["slack:U7", "slack:U7"]);
  });

  test.each([
    ["in their channel", MAKER],
    ["by the buttons of a notice", atNotice],
  ])("%s neither hears of another's nor decides it", async (_, asker) => {
    const { line, other, open, orders } = await withWaiting();
    const said = [await line("approve", asker)];
    for (const rest of ["", " answer:go", " answer:drop sure:yes", " without:b1"]) {
      said.push(await line(`approve edition:${other}${rest}`, asker));
      said.push(await line(`approve front-page${rest}`, asker));
    }
    // A number that nobody has is answered as one that is another's.
    const answers = said.slice(1).map((text) => text.replace(/Trace.*/u, ""));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("You edit “sport”, and no more.");
    expect(await line("approve edition:99", asker)).toContain(REFUSED);
    expect(said.join(" ")).not.toMatch(/Bridge|front-page/u);
    expect(await open()).toEqual(["front-page", "sport"]);
    expect(await orders.audit(0, 0, 9)).toEqual([]);
  });

  test("decides theirs by the buttons of a notice", async () => {
    const { line, own, open } = await withWaiting();
    await line(`approve edition:${own} answer:drop sure:yes`, atNotice);
    expect(await open()).toEqual(["front-page"]);
    expect(await line(`approve edition:${own} answer:go`, atNotice)).toContain(
      "dropped it already",
    );
  });

  test("is told of what is held in it no more than that there is something", async () => {
    const { line } = await withWaiting({ title: "Cup plan of Zelmira" });
    await line("hold a1", EDITOR);
    const text = await line("approve sport", MAKER);
    expect(text).toContain("A story that may not be shown now (a1)");
    expect(text).not.toMatch(/Zelmira|Held/u);
    expect(await line("approve sport", EDITOR)).toContain("Zelmira");
  });

  test("is told nothing of who decided about another's", async () => {
    const { line, other } = await withWaiting();
    await line(`approve edition:${other} answer:go`, EDITOR);
    const text = await line(`approve edition:${other}`, MAKER);
    expect(text).toContain(REFUSED);
    expect(text).not.toContain("already");
  });
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

  const OUTSIDE = { whereabouts: { kind: "foreign" } } as const;
  const DIRECT = { whereabouts: { kind: "direct" } } as const;
  const guest: Belonging = { role: "reader", whereabouts: { kind: "foreign" } };
  const ofDiscord: Belonging = { role: "reader", whereabouts: { kind: "direct" } };
  const member: Belonging = { role: "reader", whereabouts: OF_THE_NEWSROOM };
  test.each<readonly [string, Partial<Asked>, Belonging | "gone" | null, boolean]>([
    ["is a member, of whom the place does not tell", OUTSIDE, member, true],
    ["is a member, who asks by direct message", DIRECT, ofDiscord, true],
    ["has left", OUTSIDE, "gone", false],
    ["has left, and asks by direct message", DIRECT, "gone", false],
    ["is a guest by now", DIRECT, guest, false],
    ["cannot be looked up", DIRECT, null, false],
    ["is on the page", { whereabouts: { kind: "page", as: OF_THE_NEWSROOM } }, null, true],
    [
      "is on the page as anybody",
      { whereabouts: { kind: "page", as: { kind: "foreign" } } },
      member,
      false,
    ],
  ])("and %s", async (_, where, found, may) => {
    const {
      desk,
      live,
      storeItself: _store,
      ...newsroom
    } = await editorsNewsroom({
      roleNow: async () => found,
    });
    await order(newsroom, EDITOR);
    const theirs = orderer("slack:U0001", { ...where, manner: "line" });
    for (const said of ["pause sport", "subscribe schedule:09:00"]) {
      const answer = await newsroom.line(said, theirs);
      expect(answer.includes(REFUSED)).toBe(!may);
    }
    const isOpened = desk.formForLine("subscribe", theirs) !== null;
    // A form opens at once, where the place tells whose people its asker is of.
    expect(isOpened).toBe(where.whereabouts?.kind === "page" && may);
    const check = desk.check({ name: "subscribe", along: {} }, { schedule: "nonsense" }, theirs);
    expect((await check) !== null).toBe(may);
    expect(live.list().map(({ name }) => name)).toContain("sport");
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
      "approve edition:1",
      "approve front-page",
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
