import type { Channel } from "#core/digest/channel.ts";
import { ORDINARY_URGENCY } from "#core/digest/topic-match.ts";
import type { Announcer } from "./announcer.ts";
import type { ApprovalWatch } from "./approval-notice.ts";
import type { CorrectionDesk } from "./correction.ts";
import type { DeliveryDesk } from "./delivery.ts";
import type { EditionDesk } from "./edition.ts";
import type { NoticeDesk } from "./notice.ts";
import type { Outcome } from "./outcome.ts";
import type { News } from "./port/bell.ts";
import type { Log } from "./port/log.ts";
import type { ReleaseDesk } from "./releases.ts";
import type { ReportDesk } from "./report.ts";
import type { Share } from "./share.ts";
import type { StoryDesk } from "./story.ts";
import { MOST_URGENT } from "./urgent.ts";

export interface RoundParts {
  readonly editions: EditionDesk;
  readonly corrections: CorrectionDesk;
  readonly stories: StoryDesk;
  readonly notices: NoticeDesk;
  readonly approvals: ApprovalWatch;
  readonly reports: Pick<ReportDesk, "settle">;
  readonly releases: ReleaseDesk;
  readonly delivery: DeliveryDesk;
  /** As they are at this moment. */
  readonly channels: () => readonly Channel[];
  /** What of the work is this process's own at this moment. */
  readonly share: () => Share;
  /** Has the other processes look at once at what was done here; those that do not hear of it look every few seconds. */
  readonly tell: (news: News) => void;
  readonly announcer: Announcer;
  readonly log: Log;
}

/** Puts into the outbox whatever is due now: editions, corrections, notices. */
export async function makeAll(parts: RoundParts): Promise<void> {
  await placeStories(parts);
  await makeEditions(parts, ({ makeDue }) => makeDue);
  await followUp(parts);
}

/** The same for what must not wait for the next minute, of whatever other processes have filed and decided. */
export async function makeUrgent(parts: RoundParts): Promise<void> {
  await placeStories(parts);
  await makeEditions(parts, ({ makeUrgent }) => makeUrgent);
  await followUp(parts);
}

/** What one process does for all. */
async function followUp(parts: RoundParts): Promise<void> {
  if (!parts.share().leads("editions")) return;
  await chaseCorrections(parts);
  await settleReports(parts);
  await tellAdmins(parts);
  await tendApprovals(parts);
  await noteReleases(parts);
}

/** Nobody waits for it: what is free is shown, whatever the audit says. */
async function noteReleases({ releases, announcer, log }: RoundParts): Promise<void> {
  try {
    await releases.note();
  } catch (error) {
    log.error("releases not noted", { error });
    announcer.trouble("noting what has come free in the audit", error);
  }
}

/** A flash and a correction must not wait for the next minute. */
export async function hurry(
  parts: RoundParts,
  outcomes: readonly Outcome[],
  mayTell: () => boolean,
): Promise<void> {
  const urgent = outcomes.some((outcome) => isUrgent(outcome, parts.channels()));
  const makes = parts.share().has("editions");
  if (urgent || (!makes && outcomes.some(changesPosts))) parts.tell("copy");
  if (!makes) return;
  if (outcomes.some(({ kind }) => kind === "filed")) await placeStories(parts);
  if (urgent) await makeEditions(parts, ({ makeDue }) => makeDue);
  const chased = outcomes.some(changesPosts) ? await chaseCorrections(parts) : 0;
  const settled = outcomes.some(changesPosts) ? await settleReports(parts) : 0;
  const told = outcomes.some(needsAHand) && mayTell() && (await tellAdmins(parts));
  // Whoever may let a flash go must not hear of it only with the next minute.
  const waits = urgent && parts.share().leads("editions") && (await tendApprovals(parts));
  if (urgent || chased + settled > 0 || told || waits) void carryEditions(parts);
}

function isUrgent(outcome: Outcome, channels: readonly Channel[]): boolean {
  if (outcome.kind !== "filed") return false;
  const urgency = outcome.article.urgency ?? ORDINARY_URGENCY;
  // What is not urgent by itself comes with the next minute, to whoever wants it as it happens.
  if (urgency > MOST_URGENT) return false;
  return channels.some(({ atOnce }) => atOnce !== null && urgency <= atOnce);
}

function changesPosts(outcome: Outcome): boolean {
  if (outcome.kind === "filed") return outcome.article.revision > 1;
  return outcome.kind === "killed" || outcome.kind === "held" || needsAHand(outcome);
}

/** What is known is held, and nobody knows until when: its editors must hear of it before its readers miss it. */
function needsAHand(outcome: Outcome): boolean {
  return (outcome.kind === "quarantined" || outcome.kind === "held") && outcome.holds === true;
}

/** An edition is made also where this fails: what is in no story is told by itself. */
async function placeStories({ stories, announcer, log }: RoundParts): Promise<void> {
  try {
    await stories.placeAll();
  } catch (error) {
    log.error("stories failed", { error });
    announcer.trouble("grouping reports", error);
  }
}

async function makeEditions(
  parts: RoundParts,
  which: (editions: EditionDesk) => EditionDesk["makeDue"],
): Promise<void> {
  const { editions, announcer, log } = parts;
  let made = 0;
  try {
    await which(editions)((edition) => {
      made += 1;
      const { channel, slot, items } = edition;
      log.debug("edition", { channel, slot, trace: items.map(({ filed }) => filed.article.id) });
      announcer.made(edition);
    });
  } catch (error) {
    log.error("editions failed", { error });
    announcer.trouble("making editions", error);
  }
  if (made > 0) tellPoster(parts);
}

/** @returns how many posts were amended */
export async function chaseCorrections(parts: RoundParts): Promise<number> {
  const { corrections, announcer, log } = parts;
  try {
    const amended = await corrections.chase();
    if (amended > 0) tellPoster(parts);
    return amended;
  } catch (error) {
    log.error("corrections failed", { error });
    announcer.trouble("correcting what is posted", error);
    return 0;
  }
}

/**
 * Tells readers what has become of what they said is wrong.
 * @returns how many reports were settled
 */
export async function settleReports(parts: RoundParts): Promise<number> {
  const { reports, announcer, log } = parts;
  try {
    const settled = await reports.settle();
    if (settled > 0) tellPoster(parts);
    return settled;
  } catch (error) {
    log.error("reports failed", { error });
    announcer.trouble("telling readers what became of their reports", error);
    return 0;
  }
}

/**
 * Puts what the admins must know on its way.
 * @returns whether there was anything to tell
 */
export async function tellAdmins(parts: RoundParts): Promise<boolean> {
  const { notices, announcer, log } = parts;
  try {
    const told = await notices.tell();
    if (told) tellPoster(parts);
    return told;
  } catch (error) {
    log.error("notices failed", { error });
    announcer.trouble("telling the admins", error);
    return false;
  }
}

/**
 * Sees to editions that wait for an editor's word.
 * @returns whether something is on its way
 */
async function tendApprovals(parts: RoundParts): Promise<boolean> {
  const { approvals, announcer, log } = parts;
  try {
    const tended = await approvals.tend();
    if (tended) tellPoster(parts);
    return tended;
  } catch (error) {
    log.error("approvals failed", { error });
    announcer.trouble("telling of editions that wait", error);
    return false;
  }
}

/** Something is in the outbox: whoever posts is not to look for it only after a while. */
export function tellPoster({ share, tell }: Pick<RoundParts, "share" | "tell">): void {
  if (!share().leads("delivery")) tell("posts");
}

/** Carries what is in the outbox, where this is the one process that posts. */
export async function carryEditions({
  delivery,
  share,
  announcer,
  log,
}: Pick<RoundParts, "delivery" | "share" | "announcer" | "log">): Promise<void> {
  if (!share().leads("delivery")) return;
  try {
    await delivery.drain();
  } catch (error) {
    log.error("deliveries failed", { error });
    announcer.trouble("posting editions", error);
  }
}
