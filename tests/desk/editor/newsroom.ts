import type { Article } from "#core/article/article.ts";
import type { Brief } from "#core/brief/brief.ts";
import { type Channel, onThePage, subscriptionsOf } from "#core/digest/channel.ts";
import type { Platform } from "#core/digest/subscription.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { createApprovalDesk } from "#desk/approval.ts";
import { createApprovalWatch } from "#desk/approval-notice.ts";
import { askerHandlers } from "#desk/asker/asker.ts";
import type { PageDoor } from "#desk/asker/parts.ts";
import { createCorrectionDesk } from "#desk/correction.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createLiveChannels, type ReadOrder } from "#desk/editor/channels.ts";
import { type EditorParts, editorHandlers, withOwnDigest } from "#desk/editor/editor.ts";
import { formDesk } from "#desk/editor/forms.ts";
import { knowingOrders } from "#desk/editor/ordered.ts";
import type { ListPlaces } from "#desk/editor/place-readers.ts";
import { forEditors } from "#desk/held-copy.ts";
import { createIntake } from "#desk/intake.ts";
import type { Prepare } from "#desk/prepare.ts";
import { createFrontDesk } from "#desk/reply/front-desk.ts";
import type { DeskParts } from "#desk/reply/parts.ts";
import { readerHandlers } from "#desk/reply/reader.ts";
import { createReportDesk } from "#desk/report.ts";
import type { RoleNow } from "#desk/role-now.ts";
import { tallySince } from "#desk/tally.ts";
import type { Store } from "#edge/store/store.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { HOURLY, sampleArticle, sampleBrief, sampleChannel } from "#tests/samples.ts";
import { intakeParts, settledFile, testClock, testStore } from "../fixture.ts";

const WHOLE = { fits: () => true };
const BUDGETS = { slack: WHOLE, discord: WHOLE, preview: WHOLE };
const PLATFORMS: ReadonlySet<Platform> = new Set(["slack", "preview"]);

/** Where the newsroom's editors are told. */
const ADMINS = [{ id: "admin@slack:C0009", platform: "slack", address: "C0009" }] as const;

/** Reads the few values that these tests order; the config's own reader has tests of its own. */
const readFew: ReadOrder = (entry) => {
  const { name, slack = null, layout, topics, schedule } = entry;
  if (schedule === "0 99 * * *") return { ok: false, faults: ["schedule: this is no schedule"] };
  const topic = typeof topics === "string" ? parseTopic(topics) : null;
  const channel = {
    ...sampleChannel(String(name)),
    places: slack === null ? {} : { slack: String(slack) },
    ...(layout === "compact" && { layout: "compact" as const }),
    ...(topic?.ok === true && { topics: topic.topic }),
  };
  return { ok: true, channel, warnings: [] };
};

const noPlace: ListPlaces = async () => {
  return { ok: true, places: [], isCut: false, canBeShared: false };
};

/** What a test's newsroom has in place of the usual. */
interface Given {
  /** What somebody is at this moment, for who asks where that is not shown; left out: nobody can say. */
  readonly roleNow?: RoleNow;
  /** How orders are read; the newsroom's own reader knows few values. */
  readonly readOrder?: ReadOrder;
  readonly start?: string;
  /** How files are read; the newsroom's own reader knows `key: value` lines only. */
  readonly prepare?: Prepare;
  readonly terms?: Partial<Channel>;
  /** Beside the usual one. */
  readonly channels?: readonly Channel[];
  readonly internalSections?: readonly string[];
  /** Editions close with a count of what became of the files. */
  readonly isCounted?: boolean;
  /** What the platforms list; left out: no place. */
  readonly places?: ListPlaces;
  /** Where people reach the page; left out: it is on its machine alone. */
  readonly page?: PageDoor;
  /** Left out: one of its own. */
  readonly store?: Store;
}

/** A newsroom with a channel on Slack and the page, its editors' commands, and what it was asked to do. */
export async function editorsNewsroom(given: Given = {}) {
  const { readOrder = readFew, internalSections = [] } = given;
  const store = given.store ?? (await testStore());
  const clock = testClock(given.start ?? "2026-05-08T06:20Z");
  const front = {
    ...{ ...sampleChannel("front-page"), places: { slack: "C0001" }, cadence: HOURLY },
    ...given.terms,
  };
  const pause = async () => undefined;
  const ofFile = [front, ...(given.channels ?? [])].map((one) => ({ ...one, internalSections }));
  const live = await createLiveChannels({
    ...{
      ofFile: () => ofFile,
      orders: store.orders,
      readOrder,
      pause,
    },
    onUnreadable: () => undefined,
  });
  const tallied = { archive: store.archive, ledger: store.ledger, clock, pause };
  const editions = createEditionDesk({
    subscriptions: () => subscriptionsOf(live.list(), PLATFORMS),
    ...{ store, clock, budgets: BUDGETS, pause },
    tally: given.isCounted === true ? (all, since) => tallySince(tallied, all, since) : null,
  });
  const corrections = createCorrectionDesk({
    ...{ store, clock, budgets: BUDGETS, pause },
  });
  const usual = intakeParts(store, clock);
  const intake = createIntake({ ...usual, prepare: given.prepare ?? usual.prepare });
  const done: string[] = [];
  let keys = 0;
  const reportDesk = createReportDesk({ store, clock, timeZone: "UTC", places: ADMINS });
  const approvalDesk = createApprovalDesk({
    ...{ store, clock, budgets: BUDGETS },
    subscriptions: () => subscriptionsOf(live.list(), PLATFORMS),
  });
  const approvalWatch = createApprovalWatch({
    ...{ store, approvals: approvalDesk, clock, places: ADMINS },
  });
  const parts: EditorParts = {
    ...{ deny: () => "t0", whoEdits: "" },
    approvals: approvalDesk,
    ...{ reports: store.reports, reportDesk },
    ...{ archive: store.archive, heldCopy: store.heldCopy, decisions: store.decisions },
    ...{ clock, timeZone: "UTC", live, internalSections },
    ...{ store, orders: store.orders, readOrder, editions, places: given.places ?? noPlace },
    ...{ slots: store.editions, backlog: store.decisions, platforms: PLATFORMS },
    chats: ["slack", "discord"],
    chase: async () => {
      await corrections.chase();
      await reportDesk.settle();
    },
    carry: () => done.push("carry"),
    inWords: () => "every hour",
    newKey: () => {
      keys += 1;
      return `key${keys}`;
    },
    openDirect: async ({ id }) => `D${id.replace(/\D/gu, "")}`,
    connections: () => new Map(),
    ledger: store.ledger,
    stood: async () => [],
    ...{ version: "1.2.3", startedAt: clock.now() },
  };
  const reader: DeskParts = {
    ...{ archive: store.archive, ledger: store.ledger, stories: store.stories },
    ...{ clock, timeZone: "UTC", internalSections },
    ...{ channels: live.list, nextSlot: () => null },
    latestEdition: async (channel) =>
      (await store.editions.issued(onThePage(channel).id, 1))[0]?.messages[0] ?? null,
    deny: () => "t0",
    whoEdits: "",
    heldCopyFor: forEditors(store.heldCopy),
    isStored: async (id) => (await store.archive.revision(id)) > 0,
    linksTo: (ids, now) => store.editions.linksTo(ids, now),
    articlesIn: (post) => store.decisions.articlesIn(post),
  };
  const readers = readerHandlers(reader);
  const handlers = {
    ...{ ...readers, ...editorHandlers(parts) },
    digest: withOwnDigest(parts, readers.digest),
  };
  const whole = createFrontDesk(
    reader,
    {
      ...handlers,
      ...askerHandlers({
        ...{ reader, clock, reports: reportDesk, places: ADMINS },
        ...{ openDirect: parts.openDirect, carry: parts.carry, store, chats: parts.chats },
        ...{ askers: store.askers, live, readOrder, timeZone: "UTC" },
        page: given.page ?? null,
      }),
    },
    formDesk(parts, reader),
  );
  const desk = knowingOrders(whole, live, given.roleNow ?? (async () => null));
  const file = async (fields: Partial<Article> = {}, brief: Partial<Brief> = {}) => {
    const article = sampleArticle({ takenIn: clock.now(), ...fields });
    await store.archive.file(article, sampleBrief(article, brief), []);
    return article;
  };
  return {
    ...{ reportDesk, parts, storeItself: store, approvalDesk, approvalWatch },
    ...{ ...store, clock, live, editionDesk: editions, corrections, intake, done, desk, file },
    take: (path: string, text: string) => intake.take(settledFile(path, text)),
    line: async (text: string, from: Asked = asked({ role: "editor" })) =>
      textOf(await desk.askLine(text, from)),
  };
}
