import type { Arrivals } from "#desk/port/arrivals.ts";
import type { Backlog } from "#desk/port/backlog.ts";
import type { Decisions } from "#desk/port/decisions.ts";
import type { Gauges } from "#desk/port/gauges.ts";
import type { HeldCopy } from "#desk/port/held-copy.ts";
import type { Installations } from "#desk/port/installations.ts";
import type { Interactions } from "#desk/port/interactions.ts";
import type { Replays } from "#desk/port/replays.ts";
import type { Restorations } from "#desk/port/restorations.ts";
import type { Tx } from "#desk/port/unit-of-work.ts";
import { SqlApprovals } from "./approvals.ts";
import { SqlArchive } from "./archive.ts";
import { SqlArrivals } from "./arrivals.ts";
import { SqlAskers } from "./askers.ts";
import { SqlCorrections } from "./corrections.ts";
import { SqlDecisions } from "./decisions.ts";
import { SqlEditions } from "./editions.ts";
import { SqlGauges } from "./gauges.ts";
import { SqlGreetings } from "./greetings.ts";
import { SqlHeldCopy } from "./held-copy.ts";
import { SqlInstallations } from "./installations.ts";
import { SqlInteractions } from "./interactions.ts";
import { SqlJudgements } from "./judgements.ts";
import { SqlLedger } from "./ledger.ts";
import { SqlNotices } from "./notices.ts";
import { SqlOrders } from "./orders.ts";
import { SqlOutbox } from "./outbox.ts";
import { SqlPlaceTroubles } from "./place-troubles.ts";
import { SqlReplays } from "./replays.ts";
import { SqlReports } from "./reports.ts";
import { SqlRestorations } from "./restorations.ts";
import { SqlRetries } from "./retries.ts";
import type { Database } from "./schema.ts";
import { SqlSessions } from "./sessions.ts";
import { SqlSettingsSeen } from "./settings-seen.ts";
import { SqlStories } from "./stories.ts";
import { SqlStoryMembers } from "./story-members.ts";
import type { StoryWords } from "./story-words.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { SqlWishes } from "./wishes.ts";

/** The ports of the store: those that have verbs to write with, and those that are only asked. */
export interface Ports extends Tx {
  readonly arrivals: Arrivals;
  readonly decisions: Decisions & Backlog;
  readonly gauges: Gauges;
  readonly heldCopy: HeldCopy;
  readonly installations: Installations;
  readonly interactions: Interactions;
  readonly replays: Replays;
  readonly restorations: Restorations;
}

/** What the ports of one store have in common. */
export interface Shared {
  /** So many receipts are stored in one transaction. */
  readonly receiptsAtOnce: number;
  readonly words: StoryWords;
  readonly vocabulary: Vocabulary;
  readonly claimant: number | null;
}

/** The ports on a database, or within a transaction in it. */
export function portsOn(
  db: Database,
  { receiptsAtOnce, words, vocabulary, claimant }: Shared,
): Ports {
  return {
    approvals: new SqlApprovals(db),
    archive: new SqlArchive(db, vocabulary),
    arrivals: new SqlArrivals(db),
    askers: new SqlAskers(db),
    gauges: new SqlGauges(db),
    heldCopy: new SqlHeldCopy(db),
    ledger: new SqlLedger(db),
    editions: new SqlEditions(db),
    outbox: new SqlOutbox(db, receiptsAtOnce, claimant),
    greetings: new SqlGreetings(db),
    notices: new SqlNotices(db),
    placeTroubles: new SqlPlaceTroubles(db),
    corrections: new SqlCorrections(db),
    orders: new SqlOrders(db),
    decisions: new SqlDecisions(db, vocabulary),
    installations: new SqlInstallations(db),
    interactions: new SqlInteractions(db),
    judgements: new SqlJudgements(db),
    stories: new SqlStories(db),
    storyMembers: new SqlStoryMembers(db, words),
    replays: new SqlReplays(db),
    restorations: new SqlRestorations(db),
    retries: new SqlRetries(db),
    reports: new SqlReports(db),
    settings: new SqlSettingsSeen(db),
    sessions: new SqlSessions(db),
    wishes: new SqlWishes(db),
  };
}
