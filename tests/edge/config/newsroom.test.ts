import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import { topicText } from "#core/digest/topic.ts";
import { ConfigError, faultLine } from "#edge/config/error.ts";
import { newsroomSchema } from "#edge/config/json-schema.ts";
import { readNewsroom } from "#edge/config/read-newsroom.ts";
import { REGISTRY } from "#main/platforms.ts";

const SHAPE = REGISTRY.shape;

const LIKE_THIS =
  'channels: [{ name: front-page, schedule: "0 8 * * *" }] is enough, and config/examples/ has more';
const MINUTE = 60_000;
const SHIPPED = new URL("../../../config/", import.meta.url);

function newsroomFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "newsroom.yaml");
  writeFileSync(file, text);
  return file;
}

/** The faults of a file, as the terminal prints them, without the file's name. */
function faultsOf(text: string): readonly string[] {
  try {
    readNewsroom(newsroomFile(text), SHAPE);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((fault) => faultLine({ ...fault, where: "" }));
  }
  return [];
}

test("the config that ships is right, and its schema is the one that editors get", () => {
  const orders = readNewsroom(new URL("newsroom.yaml", SHIPPED).pathname, SHAPE);
  expect(orders.channels.map(({ name }) => name)).toContain("front-page");
  expect(orders.warnings).toEqual([]);
  expect(readFileSync(new URL("newsroom.schema.json", SHIPPED), "utf8")).toBe(
    newsroomSchema(SHAPE),
  );
});

test("all faults are told at once, each with its line and its mend", () => {
  const faults = faultsOf(
    `timeZone: Europe/Londn
chanels: 3
channels:
  - name: front-page
    schedule: "0 8 * *"
    most: 100
    colour: red
  - name: front-page
    timeZone: Mars/Base
    discord: 123456789012345678
  - name: Big News
    schedule: "0 25 * * *"
  - name: never
    schedule: "0 8 30 2 *"
    slack: "#news"
`,
  );
  expect(faults.map((fault) => fault.split(" ").slice(0, 3).join(" "))).toEqual([
    ":1: timeZone: this",
    ":2: unknown key",
    ":5: schedule: “0",
    ":6: most: at",
    ":7: unknown key",
    ":8: schedule: it",
    ":8: name: there",
    ":9: timeZone: this",
    ":10: discord: write",
    ":11: name: use",
    ":12: schedule: “0",
    ":14: schedule: “0",
    ":15: slack: a",
  ]);
});

test.each([
  ["channels: []", `:1: channels: name at least one channel: ${LIKE_THIS}`],
  [
    "channels:",
    `:1: channels: write a list of channels, each with a name and a schedule: ${LIKE_THIS}`,
  ],
  [
    "timeZone: UTC",
    `:1: channels: it is missing: write a list of channels, each with a name and a schedule: ${LIKE_THIS}`,
  ],
  ["", `: there are no settings here yet: ${LIKE_THIS}`],
  ["# Nothing yet\n", `: there are no settings here yet: ${LIKE_THIS}`],
  [
    "{}",
    `:1: channels: it is missing: write a list of channels, each with a name and a schedule: ${LIKE_THIS}`,
  ],
  ["[]", `:1: there are no settings here yet: ${LIKE_THIS}`],
  ["front-page at eight", `:1: there are no settings here yet: ${LIKE_THIS}`],
  ["channels:\n  - name: a\n    schedule: '0 8 L * *'", ":3: schedule: “0 8 L * *” uses L, W or #"],
  ["channels:\n  - name: [", ":2: "],
  [
    "language: klingon\nchannels: [{ name: a, schedule: '0 8 * * *' }]",
    ":1: language: Copydesk does not speak “klingon”: write en, de, es or fr",
  ],
])("%j is refused at its line", (text, fault) => {
  expect(faultsOf(text)[0]).toContain(fault);
});

test("a file that is not there is a fault that names the mend", () => {
  expect(() => readNewsroom("/nowhere/newsroom.yaml", SHAPE)).toThrow(/COPYDESK_CONFIG/);
});

test("what is left out has its default, and an own time zone wins over the newsroom's", () => {
  const { channels, timeZone } = readNewsroom(
    newsroomFile(`timeZone: Asia/Karachi
channels:
  - { name: a, schedule: "0 8 * * *" }
  - { name: b, schedule: "0 8 * * *", timeZone: UTC, most: 3, slack: C01AB, discord: "123456789012345678" }
`),
    SHAPE,
  );
  expect(timeZone).toBe("Asia/Karachi");
  expect(channels).toMatchObject([
    { name: "a", most: 8, sections: [], tags: [], places: {} },
    { name: "b", most: 3, places: { slack: "C01AB", discord: "123456789012345678" } },
  ]);
  expect(channels.map(({ cadence }) => cadence.timeZone)).toEqual(["Asia/Karachi", "UTC"]);
  expect(channels[0]).toMatchObject(PLAIN_TERMS);
});

test("day of month and day of week together are warned of, at their line", () => {
  const both = (schedule: string) =>
    readNewsroom(newsroomFile(`channels: [{ name: a, schedule: "${schedule}" }]`), SHAPE).warnings;
  expect(both("0 8 1 * 1")).toMatchObject([{ line: 1 }]);
  expect(both("0 8 1 * *")).toEqual([]);
  const { warnings } = readNewsroom(
    newsroomFile(`channels:
  - name: a
    forum: [news]
    schedule:
      - "0 8 * * *"
      - cron: "0 8 13 * 5"
`),
    SHAPE,
  );
  expect(warnings.map((fault) => faultLine({ ...fault, where: "" }).slice(0, 24))).toEqual([
    ...[":6: schedule: day of mon", ":3: forum: these are tag"],
  ]);
});

test.each([
  ["required", { after: null }],
  ["none", null],
  ["{ required: true }", { after: null }],
])("approval: %s", (written, expected) => {
  const text = `adminChannel: { slack: C0ADMIN }
channels: [{ name: a, schedule: "0 8 * * *", approval: ${written} }]`;
  const { channels, warnings } = readNewsroom(newsroomFile(text), SHAPE);
  expect(channels.map(({ approval }) => approval)).toEqual([expected]);
  expect(warnings).toEqual([]);
});

test.each([
  ["yes", /write required, none/],
  ["{ required: false }", /approval/],
  ["{ required: true, after: soon }", /is no span of time/],
  ["{ required: true, after: 2d }", /at most 1d/],
])("approval: %s is refused", (written, says) => {
  const text = `channels: [{ name: a, schedule: "0 8 * * *", approval: ${written} }]`;
  expect(() => readNewsroom(newsroomFile(text), SHAPE)).toThrow(says);
});

test("approval without a channel for the admins is warned of", () => {
  const text = 'channels: [{ name: a, schedule: "0 8 * * *", approval: required }]';
  const { warnings } = readNewsroom(newsroomFile(text), SHAPE);
  expect(warnings.map(({ says }) => says)).toEqual([
    "approval: nobody is told that an edition waits: name an adminChannel",
  ]);
});

test("a channel has all that the config can say", () => {
  const { channels, adminChannel, deleteMeansKill } = readNewsroom(
    newsroomFile(`timeZone: Europe/London
adminChannel: { slack: C0ADMIN }
deleteMeansKill: true
internalSections: [legal]
channels:
  - name: city
    timeZone: Asia/Karachi
    schedule:
      - "0 8 * * 1-5"
      - { cron: "0 10 * * 6,0", name: Weekend, timeZone: UTC, most: 20 }
    quiet:
      - "22:00-06:30"
      - { hours: "00:00 – 24:00", days: [sat, sun], timeZone: UTC, urgent: wait }
    topics: flood AND NOT section:sport
    mute: [football, "transfer window", foot*]
    most: 12
    least: { briefs: 3, slots: 2, time: 12h }
    atOnce: 2
    atOnceMost: 5
    title: City now
    baseline: 0
    pauseUntil: 2026-12-27
    late: { post: true, limit: 90m }
    approval: { required: true, after: 30m }
    internal: true
    layout: headlines
    thread: per-brief
    forum: [news]
    discord: "123456789012345678"
`),
    SHAPE,
  );
  expect({ adminChannel, deleteMeansKill }).toEqual({
    ...{ adminChannel: { slack: "C0ADMIN" }, deleteMeansKill: true },
  });
  const [{ cadence, topics, ...channel } = expect.unreachable()] = channels;
  expect(channel).toEqual({
    ...{ name: "city", sections: [], tags: [], most: 12, atOnce: 2, baseline: 0 },
    ...{ atOnceMost: 5, title: "City now" },
    ...{ audience: "internal", internalSections: ["legal"] },
    ...{ layout: "headlines", thread: "per-brief" },
    forum: { on: "discord", tags: ["news"] },
    ...{ balance: true, pictures: false },
    places: { discord: "123456789012345678" },
    least: { briefs: 3, slots: 2, time: 12 * 60 * MINUTE },
    late: { post: true, limit: 90 * MINUTE },
    approval: { after: 30 * MINUTE },
    mute: [
      { text: "football", prefix: false },
      { text: "transfer window", prefix: false },
      { text: "foot", prefix: true },
    ],
  });
  expect(topics === null ? "" : topicText(topics)).toBe("flood AND NOT section:sport");
  expect(cadence.lines).toMatchObject([
    { cron: "0 8 * * 1-5", name: null, timeZone: "Asia/Karachi", most: null },
    { cron: "0 10 * * 6,0", name: "Weekend", timeZone: "UTC", most: 20, daysOfWeek: [0, 6] },
  ]);
  expect(cadence.quiet).toEqual([
    { from: 1320, to: 390, days: [0, 1, 2, 3, 4, 5, 6], timeZone: "Asia/Karachi", urgent: "pass" },
    { from: 0, to: 1440, days: [6, 0], timeZone: "UTC", urgent: "wait" },
  ]);
  // Midnight in Karachi.
  expect(cadence.pauseUntil).toBe(Date.UTC(2026, 11, 26, 19));
});

test("a place is its id, or an id with what is asked for there", () => {
  const { channels, warnings } = readNewsroom(
    newsroomFile(`channels:
  - name: a
    schedule: "0 8 * * *"
    atOnce: 1
    slack: { channel: C01AB, flashMention: S01AB }
    discord: { channel: "123456789012345678", flashMention: "112233445566778899" }
  - name: b
    schedule: "0 8 * * *"
    slack:
      channel: C02AB
      flashMention: S01AB
      bookmark: false
    discord: { channel: "223456789012345678", publish: true }
  - { name: c, schedule: "0 8 * * *", slack: C03AB, discord: "323456789012345678" }
`),
    SHAPE,
  );
  expect(channels.map(({ places, asks }) => [places, asks])).toEqual([
    [
      { slack: "C01AB", discord: "123456789012345678" },
      {
        slack: { bookmark: true, flashMention: "S01AB" },
        discord: { flashMention: "112233445566778899" },
      },
    ],
    [
      { slack: "C02AB", discord: "223456789012345678" },
      { slack: { bookmark: false, flashMention: "S01AB" }, discord: { publish: true } },
    ],
    // What nobody speaks of is as usual.
    [{ slack: "C03AB", discord: "323456789012345678" }, { slack: { bookmark: true } }],
  ]);
  expect(warnings.map(faultLine)).toEqual([
    expect.stringMatching(/:11: slack: flashMention mentions nobody: set atOnce/),
  ]);
});

test("whom a flash mentions is a role, or a user group, and nobody else", () => {
  const faults = faultsOf(`channels:
  - name: a
    schedule: "0 8 * * *"
    slack: { channel: C01AB, flashMention: U01AB }
    discord: { channel: 123456789012345678, flashMention: "@everyone" }
  - name: b
    schedule: "0 8 * * *"
    slack: { channel: C01AB, flashMention: channel, mention: S01AB }
    discord: 123456789012345678
  - name: c
    schedule: "0 8 * * *"
    slack: { flashMention: S01AB }
    discord: { channel: "123456789012345678", flashMention: here, publish: often }
`);
  expect(faults.map((fault) => fault.slice(0, 54))).toEqual([
    ":4: flashMention: a user group's id looks like S0123AB",
    ":5: channel: write the id in quotes, so that no digit ",
    ":5: flashMention: a role's id is a number of 17 to 20 ",
    ":8: flashMention: a user group's id looks like S0123AB",
    ":8: unknown key “mention”: known here are channel, fla",
    ":9: discord: write the id in quotes, so that no digit ",
    ":12: channel: it is missing",
    ":13: flashMention: a role's id is a number of 17 to 20",
    ":13: publish: write true or false",
  ]);
});

test("each fault of a channel's terms is a sentence at its line", () => {
  const faults = faultsOf(`channels:
  - name: a
    schedule:
      - "0 8 * * *"
      - cron: "0 25 * * *"
        nmae: Morning
      - { name: Noon }
      - 8
    quiet:
      hours: "22-6"
      days: [monday]
    topics: flood AND tagg:snow
    mute: ["…"]
    atOnce: 9
    least: { briefs: 0, time: "1 week" }
    late: { limit: soon }
    pauseUntil: 2026-02-30
    layout: wide
    thread: yes please
    forum: [a-name-that-is-longer-than-discord-takes]
    public: maybe
  - name: b
    schedule: 8
    quiet: [22]
    least: few
    late: never
    sections: sport
    mute: football
    forum: news
  - 7
`);
  expect(faults.map((fault) => fault.slice(0, 48))).toEqual([
    ":5: cron: “0 25 * * *” is no cron line (hour: “2",
    ":6: unknown key “nmae”: known here are cron, nam",
    ":7: cron: it is missing",
    ":8: schedule: write a cron line in quotes, or { ",
    ":10: hours: “22-6” are no hours: write the first",
    ":11: days: write days as sun, mon, tue, wed, thu",
    ":12: topics: at column 11: there is no field “ta",
    ":13: mute: “…” is no word: write one, a phrase, ",
    ":14: atOnce: at most 8, which is every article",
    ":15: briefs: at least 1",
    ":15: time: “1 week” is no span of time: write 45",
    ":16: limit: “soon” is no span of time: write 45m",
    ":17: pauseUntil: “2026-02-30” is no date: write ",
    ":18: layout: write full, compact or headlines",
    ":19: thread: write none or per-brief",
    ":20: forum: a tag has 20 characters at most",
    ":21: public: write true or false",
    ":23: schedule: write a cron line in quotes, or a",
    ':24: quiet: write hours in quotes, such as "22:0',
    ":25: least: write a whole number, or { briefs, s",
    ":26: late: write post and limit, as in { post: t",
    ":27: sections: write a list, such as [news, spor",
    ":28: mute: write a list, such as [football, snoo",
    ":29: forum: write a list, such as [news]",
    ":30: channels: write a channel with a name and a",
  ]);
});

test.each([
  ["least: 9", ":2: least: an edition has 8 briefs at most"],
  ["least: { briefs: 9 }", ":2: least: an edition has 8 briefs at most"],
  ["least: 3, schedule: [{ cron: 0 8 * * *, most: 2 }]", ":2: schedule: an edition waits for 3"],
  ['quiet: ["06:00-22:00", "22:00-06:00"]', ":2: quiet: these quiet hours are never over"],
  ["public: true, internal: true", ":2: internal: a channel is read outside"],
  ["quiet: 08:00-08:00", ":2: hours"],
])("values that do not go together: %s", (terms, fault) => {
  const schedule = terms.includes("schedule") ? "" : 'schedule: "0 8 * * *", ';
  const says = fault.replace(":2: hours", ":2: quiet: “08:00-08:00” are no hours");
  expect(faultsOf(`channels:\n  - { name: a, ${schedule}${terms} }`)).toEqual([
    expect.stringContaining(says),
  ]);
});

test("notices to the desk never go to a public channel", () => {
  const text = (mark: string) => `adminChannel: { slack: C0NEWS }
channels:
  - { name: a, schedule: "0 8 * * *", slack: C0NEWS, ${mark} }
`;
  expect(faultsOf(text("public: true"))).toEqual([
    expect.stringContaining(":1: slack: this is the public channel “a”"),
  ]);
  expect(faultsOf(text("internal: true"))).toEqual([]);
  expect(faultsOf(`adminChannel: {}\n${text("").split("\n").slice(1).join("\n")}`)).toEqual([
    expect.stringContaining(":1: adminChannel: name a Slack channel"),
  ]);
});

test.each([
  ["", false],
  [", public: true", false],
  [", internal: true", true],
  [", internal: true, balance: false", false],
  [", balance: true", true],
])("a channel with%s closes its editions with the balance: %s", (terms, balance) => {
  const text = `channels:\n  - { name: a, schedule: "0 8 * * *"${terms} }`;
  const { channels } = readNewsroom(newsroomFile(text), SHAPE);
  expect(channels.map((one) => one.balance)).toEqual([balance]);
});

test.each([
  ["", false],
  [", pictures: true", true],
  [", pictures: false", false],
])("a channel with%s shows pictures: %s", (terms, pictures) => {
  const text = `channels:\n  - { name: a, schedule: "0 8 * * *"${terms} }`;
  const { channels } = readNewsroom(newsroomFile(text), SHAPE);
  expect(channels.map((one) => one.pictures)).toEqual([pictures]);
});

test.each([
  ["", "English"],
  ["language: de", "Deutsch"],
  ["language: fr-CA", "Français"],
])("a newsroom with “%s” speaks %s", (line, name) => {
  const file = newsroomFile(`${line}
channels:
  - { name: a, schedule: "0 8 * * *" }
`);
  expect(readNewsroom(file, SHAPE).language.name).toBe(name);
});

const ONE_CHANNEL = "channels: [{ name: a, schedule: '0 8 * * *' }]";

test("who has a role is read for each platform on which the config names somebody, or nobody", () => {
  const rolesOf = (text: string) =>
    readNewsroom(newsroomFile(`${text}\n${ONE_CHANNEL}`), SHAPE).roles;
  expect(rolesOf("")).toEqual({});
  expect(
    rolesOf(`roles:
  editors: { slack: [S0123ABCD, U0123ABCD, T0123ABCD/W0123ABCD], discord: ["112233445566778899"] }
  admins: { discord: [] }`),
  ).toEqual({
    slack: { editors: ["S0123ABCD", "U0123ABCD", "T0123ABCD/W0123ABCD"], admins: null },
    discord: { editors: ["112233445566778899"], admins: [] },
  });
});

test.each([
  ["roles: [U1]", ":1: roles: write editors, admins, or both"],
  ["roles: { editors: { slack: U0123ABCD } }", ":1: slack: write a list"],
  ["roles: { editors: { slack: [C0123ABCD] } }", ":1: slack: such an id looks like S0123ABCD"],
  ["roles: { admins: { discord: [112233445566778899] } }", ":1: discord: write the id in quotes"],
  ["roles: { owners: {} }", ":1: unknown key “owners”: known here are editors, admins"],
  ["roles: { editors: { teams: [] } }", ":1: unknown key “teams”: known here are slack, discord"],
  ["roles: { editors: [U0123ABCD] }", ":1: editors: write a list for each platform"],
])("%j is refused: nobody gets a role by a slip", (text, fault) => {
  expect(faultsOf(`${text}\n${ONE_CHANNEL}`)[0]).toContain(fault);
});
