import type { ArticleId } from "#core/article/article.ts";
import { type Channel, subscriptionsOf } from "#core/digest/channel.ts";
import type { Filed } from "#core/digest/edition.ts";
import { articlesOf } from "#core/digest/kept.ts";
import { BEFORE_FIRST } from "#core/digest/select.ts";
import { verdict } from "#core/digest/verdict.ts";
import { type ApprovalDesk, createApprovalDesk } from "#desk/approval.ts";
import { type ApprovalWatch, createApprovalWatch } from "#desk/approval-notice.ts";
import {
  amendingIn,
  type CorrectionDesk,
  createCorrectionDesk,
  type ReadersOf,
  readersOfPosts,
} from "#desk/correction.ts";
import { createEditionDesk, type EditionDesk, type EditionParts } from "#desk/edition.ts";
import { createLiveChannels, type LiveChannels } from "#desk/editor/channels.ts";
import { createIntake, type Intake } from "#desk/intake.ts";
import { createNoticeDesk, type NoticeDesk } from "#desk/notice.ts";
import type { AdminPlace } from "#desk/port/notices.ts";
import type { Prepare } from "#desk/prepare.ts";
import { cappedReaders } from "#desk/readers-now.ts";
import { createReportDesk, type ReportDesk } from "#desk/report.ts";
import { BEFORE_RESTORE } from "#desk/restored.ts";
import { createScreen, type Screen, type ScreenParts } from "#desk/screen.ts";
import { createStoryDesk, type Sign, type StoryDesk } from "#desk/story.ts";
import { tallySince } from "#desk/tally.ts";
import { createPause } from "#edge/clock/pause.ts";
import { readEntry } from "#edge/config/read-order.ts";
import type { Store } from "#edge/store/store.ts";
import { articleId } from "./identity.ts";
import { clock, type Setting } from "./setting.ts";
import type { Source } from "./source.ts";

export function intakeOf(
  { orders }: Setting,
  store: Store,
  prepare: Prepare,
  { isThere }: Pick<Source, "isThere">,
): Intake {
  const { deleteMeansKill } = orders;
  return createIntake({
    ...{ store, clock, prepare, articleIdAt: articleId },
    deleteKills: deleteMeansKill,
    isThere,
  });
}

/** The admins' channels on the platforms that are set up. */
export function adminPlaces({ orders, live }: Setting): readonly AdminPlace[] {
  const { adminChannel } = orders;
  return Object.entries(adminChannel ?? {})
    .filter(([platform]) => live.has(platform))
    .map(([platform, address]) => ({ id: `admin@${platform}:${address}`, platform, address }));
}

/** What readers say is wrong goes to the admins' channels: who is in them runs the desk. */
export function reportDeskOf(setting: Setting, store: Store): ReportDesk {
  const { timeZone } = setting.orders;
  return createReportDesk({ store, clock, timeZone, places: adminPlaces(setting) });
}

export function noticeDeskOf(setting: Setting, store: Store): NoticeDesk {
  return createNoticeDesk({ store, clock, places: adminPlaces(setting) });
}

export function approvalDeskOf(
  { live, registry }: Setting,
  store: Store,
  channels: () => readonly Channel[],
): ApprovalDesk {
  const subscriptions = onceFor(channels, (all) => subscriptionsOf(all, live));
  return createApprovalDesk({ store, clock, subscriptions, budgets: registry.budgets });
}

/** Who may let editions go is told in the admins' channels. */
export function approvalWatchOf(
  setting: Setting,
  store: Store,
  channels: () => readonly Channel[],
): ApprovalWatch {
  const approvals = approvalDeskOf(setting, store, channels);
  return createApprovalWatch({ store, approvals, clock, places: adminPlaces(setting) });
}

/** Works out the same for as long as it is given the same. */
function onceFor<From extends object, To>(from: () => From, work: (from: From) => To): () => To {
  const done = new WeakMap<From, To>();
  return () => {
    const given = from();
    const known = done.get(given) ?? work(given);
    done.set(given, known);
    return known;
  };
}

/** Why no channel will carry an article; `null` where one will. */
export async function whyFiltered(
  { live }: Setting,
  store: Pick<Store, "editions" | "wishes" | "approvals" | "restorations">,
  channels: readonly Channel[],
): Promise<(filed: Filed, number: number) => string | null> {
  const { editions, wishes, approvals } = store;
  const restored = await store.restorations.last();
  const subscriptions = subscriptionsOf(channels, live);
  const passed = await editions.passed();
  const left = new Map(
    (await wishes.leftForGood()).map((one) => [`${one.subscription} ${one.article}`, one.by]),
  );
  const awaited = new Set((await approvals.open()).flatMap(({ kept }) => articlesOf(kept)));
  return (filed, number) => {
    if (awaited.has(filed.article.id)) return null;
    const verdicts = subscriptions.map(({ id, ...one }) => {
      const by = left.get(`${id} ${filed.article.id}`);
      return { id, by, channel: one.channel, verdict: verdict(filed, one) };
    });
    const carrying = verdicts.filter((one) => one.verdict.carried);
    const open = carrying.filter(({ by }) => by === undefined);
    if (open.some(({ id }) => number > (passed.get(id) ?? 0))) return null;
    const [out] = carrying.filter(({ by }) => by !== undefined);
    if (out !== undefined) return `Left out of ${out.channel} by ${out.by}`;
    if (carrying.length > 0) return number <= (restored?.last ?? 0) ? BEFORE_RESTORE : BEFORE_FIRST;
    const rules = verdicts.flatMap((one) => (one.verdict.carried ? [] : [one.verdict.rule]));
    return rules[0] ?? "No channel is configured";
  };
}

/** The channels of the config file and those ordered in chat. */
export function liveChannels(
  setting: () => Setting,
  store: Store,
  onUnreadable: (name: string, faults: readonly string[]) => void,
): Promise<LiveChannels> {
  return createLiveChannels({
    ofFile: () => setting().orders.channels,
    orders: store.orders,
    readOrder: (entry) => readEntry(entry, setting().orders, setting().registry.shape),
    ...{ onUnreadable, pause },
  });
}

/** Between two articles of a backlog, and two places of a round, readers and the watch have their turn. */
export const pause = createPause();

export function storyDeskOf(
  store: Store,
  sign: Sign,
  onPlaced: (article: ArticleId) => void = () => undefined,
): StoryDesk {
  return createStoryDesk({ store, clock, pause, sign, onPlaced });
}

export function correctionDeskOf(
  setting: Setting,
  store: Store,
  channels: () => readonly Channel[],
): CorrectionDesk {
  const readersOf = readersIn(setting, channels);
  const { budgets } = setting.registry;
  return createCorrectionDesk({ store, clock, budgets, pause, readersOf });
}

/** Looks at what goes out. */
export function screenOf(
  setting: Setting,
  store: Store,
  channels: () => readonly Channel[],
  { refresh, onTrouble, now }: Pick<ScreenParts, "refresh" | "onTrouble" | "now">,
): Screen {
  const readersOf = cappedReaders(readersIn(setting, channels), now);
  const amend = amendingIn(setting.registry.budgets, readersOf);
  return createScreen({ store, clock, readersOf, amend, refresh, onTrouble, now });
}

function readersIn(setting: Setting, channels: () => readonly Channel[]): ReadersOf {
  return readersOfPosts(channels, setting.orders.internalSections, adminPlaces(setting));
}

export function editionDeskOf(
  { live, registry }: Setting,
  store: Store,
  channels: () => readonly Channel[],
  { isOwn, onStored }: Pick<EditionParts, "isOwn" | "onStored"> = {},
): EditionDesk {
  const { archive, ledger } = store;
  return createEditionDesk({
    ...(isOwn !== undefined && { isOwn }),
    ...(onStored !== undefined && { onStored }),
    ...{ store, clock, shown: clock.shown, budgets: registry.budgets, pause },
    subscriptions: onceFor(channels, (all) => subscriptionsOf(all, live)),
    tally: (all, since) => tallySince({ archive, ledger, clock, pause }, all, since),
  });
}
