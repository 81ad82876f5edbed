import type { Change } from "#core/article/change.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import type { Asker } from "#core/reply/front-desk.ts";
import { isUnsettled, type Outcome, outcomeOf } from "#core/reply/report.ts";
import {
  outcomeMessage,
  reporterName,
  reportNotice,
  settledLine,
} from "#core/reply/report-answer.ts";
import { eachInTurn } from "./each.ts";
import type { Clock } from "./port/clock.ts";
import type { AdminPlace } from "./port/notices.ts";
import type { NewReport, Report } from "./port/reports.ts";
import type { StoreOf, Tx } from "./port/unit-of-work.ts";

/** Takes in what readers say is wrong, tells the editors, and tells the readers what became of it. */
export interface ReportDesk {
  /**
   * Stores a report and puts the notices of it on their way, all or nothing.
   * @returns `too-many` where its reader has reported as often lately as anybody may
   */
  take(report: NewReport): Promise<"taken" | "too-many" | "gone">;
  /**
   * Settles what the articles themselves have settled since: they are held, killed or corrected.
   * @returns how many reports were settled
   */
  settle(): Promise<number>;
  /** An editor's word on a report. @returns the report as it is then; `null` for a number that nobody has */
  answer(
    number: number,
    verdict: "correct" | "dismiss",
    by: Pick<Asker, "id" | "name">,
  ): Promise<Report | null>;
}

export interface ReportParts {
  readonly store: StoreOf<"reports">;
  readonly clock: Clock;
  readonly timeZone: string;
  /** The editors' channels. */
  readonly places: readonly AdminPlace[];
}

/** Reports that one person may make in an hour. */
export const MOST_REPORTS = 5;
const HOUR = 60 * 60 * 1000;
/** Reports that are looked at in one go. */
const MOST_LOOKED_AT = 50;
/** Revisions of an article that are looked at. */
const MOST_REVISIONS = 50;

export function createReportDesk(parts: ReportParts): ReportDesk {
  const { store, clock } = parts;
  return {
    take: (report) => store.transaction((tx) => take(parts, tx, report)),
    async settle() {
      const stirred = await store.reports.stirred(clock.now(), MOST_LOOKED_AT);
      let settled = 0;
      await eachInTurn(stirred, async ({ number }) => {
        settled += await store.transaction((tx) => settleOne(parts, tx, number));
      });
      return settled;
    },
    answer: (number, verdict, by) =>
      store.transaction((tx) => answer(parts, tx, { number, verdict, by })),
  };
}

async function take(
  { places, timeZone }: ReportParts,
  tx: Tx,
  report: NewReport,
): Promise<"taken" | "too-many" | "gone"> {
  const { by, at, article } = report;
  if ((await tx.reports.countBy(by, at - HOUR)) >= MOST_REPORTS) return "too-many";
  // It may have been held since it was looked up.
  const filed = await tx.archive.get(article, at);
  if (filed === null) return "gone";
  const number = await tx.reports.add({ ...report, revision: filed.article.revision });
  const who = reporterName(report.byName, by);
  const message = reportNotice({ ...report, number, who, state: "open" }, filed, timeZone);
  for (const place of places) {
    const key = await put(tx, place, message, at, filed);
    await tx.reports.noteNotice(number, key);
  }
  return "taken";
}

/** Puts a message into the outbox, under a slot that no other message there has. @returns its key */
async function put(
  { notices }: Tx,
  place: AdminPlace,
  message: Message,
  now: Instant,
  shows?: Filed,
): Promise<string> {
  const slot = await notices.freeSlot(place.id, now);
  const key = deliveryKey(place.id, slot, 1);
  await notices.put(place, slot, { key, message }, now, shows?.article);
  return key;
}

async function settleOne(parts: ReportParts, tx: Tx, number: number): Promise<number> {
  const report = await tx.reports.get(number);
  if (report === null || !isUnsettled(report.state)) return 0;
  const now = parts.clock.now();
  const filed = await tx.archive.current(report.article);
  if (filed === null) return 0;
  const { article } = filed;
  const outcome = outcomeOf(report.state, article, await changesSince(tx, report, now), now);
  if (outcome === null) await tx.reports.look(number, article.revision);
  else await close(parts, tx, report, { outcome, by: null, now });
  return outcome === null ? 0 : 1;
}

async function changesSince(
  { archive }: Tx,
  { article, seen }: Report,
  now: Instant,
): Promise<readonly Change["kind"][]> {
  const revisions = await archive.revisions(article, now, MOST_REVISIONS);
  return revisions.flatMap(({ revision, change }) =>
    revision > seen && change !== null ? [change.kind] : [],
  );
}

interface Answered {
  readonly number: number;
  readonly verdict: "correct" | "dismiss";
  readonly by: Pick<Asker, "id" | "name">;
}

async function answer(
  parts: ReportParts,
  tx: Tx,
  { number, verdict, by }: Answered,
): Promise<Report | null> {
  const report = await tx.reports.get(number);
  if (report === null || !isUnsettled(report.state)) return report;
  const now = parts.clock.now();
  const did = verdict === "dismiss" ? "dismissed" : "promised a correction for";
  const said = `${did} report ${number}, about ${report.article}`;
  await tx.orders.note({ at: now, by: by.id, name: by.name, did: said });
  if (verdict === "dismiss")
    await close(parts, tx, report, { outcome: "dismissed", by: by.name, now });
  else if (await hasAnotherText(tx, report, now))
    await close(parts, tx, report, { outcome: "corrected", by: by.name, now });
  else await tx.reports.expect(number);
  return tx.reports.get(number);
}

/** Whether a later text than the one that was reported has come already. */
async function hasAnotherText(tx: Tx, report: Report, now: Instant): Promise<boolean> {
  const filed = await tx.archive.get(report.article, now);
  if (filed === null) return false;
  const changes = await changesSince(tx, { ...report, seen: report.revision }, now);
  return outcomeOf("awaited", filed.article, changes, now) === "corrected";
}

interface Closing {
  readonly outcome: Outcome;
  readonly by: string | null;
  readonly now: Instant;
}

/** Whoever closes it first tells its reader; in the thread of the notices it is said who did. */
async function close(
  { timeZone }: ReportParts,
  tx: Tx,
  report: Report,
  { outcome, by, now }: Closing,
): Promise<void> {
  const { number, direct } = report;
  if (!(await tx.reports.settle(number, outcome, by, now))) return;
  for (const key of await tx.reports.noticesOf(number)) {
    const line = plainMessage(settledLine(number, outcome, by));
    await tx.corrections.follow({ key }, "reply", line, now);
  }
  if (direct === null) return;
  const { platform, address } = direct;
  const place: AdminPlace = { id: `reader@${platform}:${address}`, platform, address };
  await put(tx, place, outcomeMessage(report, outcome, timeZone), now);
}
