import type { Instant } from "#core/article/instant.ts";
import { nextSlots } from "#core/digest/cadence.ts";
import { knownTo, subscriptionsOf } from "#core/digest/channel.ts";
import { type Platform, platformLabel } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import { duration, titleCase } from "#core/message/say.ts";
import { barelyNamed, editionName } from "#core/reply/approve-answer.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";
import { type StatusShown, statusAnswer } from "#core/reply/status-answer.ts";
import { calledOf, groupWaiting } from "#desk/approval-group.ts";
import { balanceOf, type Stood } from "#desk/balance.ts";
import type { Connected } from "#desk/connected.ts";
import type { Backlog } from "#desk/port/backlog.ts";
import type { Editions } from "#desk/port/editions.ts";
import type { HeldCopy } from "#desk/port/held-copy.ts";
import type { Ledger } from "#desk/port/ledger.ts";
import type { Reports } from "#desk/port/reports.ts";
import type { StoreOf } from "#desk/port/unit-of-work.ts";
import { pageOf } from "#desk/reply/options.ts";
import { channelsOf as placesOf } from "./editorial.ts";
import { type ForHereParts, isForHere } from "./for-here.ts";
import type { OrderParts } from "./parts.ts";

const DAY = 24 * 60 * 60 * 1000;

export interface StatusParts extends OrderParts, Pick<ForHereParts, "internalSections"> {
  readonly backlog: Backlog;
  readonly heldCopy: Pick<HeldCopy, "heldInDoubt">;
  readonly reports: Pick<Reports, "countOpen">;
  readonly store: StoreOf<"approvals">;
  readonly slots: Pick<Editions, "newest">;
  readonly platforms: ReadonlySet<Platform>;
  /** How each platform is connected at this moment. */
  readonly connections: () => ReadonlyMap<Platform, Connected>;
  /** Where every file first seen since a moment stands. */
  readonly stood: (since: Instant) => Promise<readonly Stood[]>;
  readonly ledger: Pick<Ledger, "quarantined" | "lastSeen">;
  readonly version: string;
  readonly startedAt: Instant;
  /** What the language model was asked in the last day, as a sentence; left out: there is none. */
  readonly model?: () => Promise<string | null>;
  /** What is wrong with the machine, as sentences; left out: nothing is. */
  readonly warnings?: () => readonly string[];
}

/** `/status`: how the bot is doing. Of what is held it tells a count, and nothing else. */
export async function status(parts: StatusParts, question: Question): Promise<Message> {
  return statusAnswer(await statusFor(parts, question), namingFor(question));
}

/** The same for whoever draws it otherwise. */
export async function statusFor(parts: StatusParts, question: Question): Promise<StatusShown> {
  const { clock, timeZone, backlog, version, startedAt } = parts;
  const { command, options } = question;
  const at = clock.now();
  const stood = await parts.stood(at - DAY);
  const inQuarantine = new Set(await parts.ledger.quarantined());
  const { in: files, ...kinds } = balanceOf(stood);
  const model = (await parts.model?.()) ?? null;
  const counts = Object.entries(kinds).map(([kind, number]) => `${number} ${kind}`);
  return {
    ...{ at, timeZone, version, startedAt, warnings: parts.warnings?.() ?? [] },
    ...(model !== null && { model }),
    connections: connectionsOf(parts, at),
    waiting: (await backlog.waiting()).map(({ subscription, ...rest }) => ({
      place: placeName(subscription),
      ...rest,
    })),
    page: { command, options, number: pageOf(question) ?? 1 },
    held: await parts.heldCopy.heldInDoubt(),
    reports: await parts.reports.countOpen(),
    awaiting: await awaitingOf(parts, question),
    givenUp: await backlog.givenUp(at - DAY),
    channels: await channelsOf(parts, question, at),
    balance: `${files} in = ${counts.join(" + ")}`,
    quarantined: stood.filter(({ kind, path }) => kind === "quarantined" && inQuarantine.has(path)),
    quarantinedInAll: inQuarantine.size,
  };
}

/** Editions that wait for an editor's word, and since when. */
async function awaitingOf(parts: StatusParts, question: Question) {
  const { store, live } = parts;
  const known = new Set(knownTo(live.list(), question.asker.id).map(({ name }) => name));
  const open = (await store.approvals.open()).filter(({ channel }) => known.has(channel));
  return groupWaiting(open).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const since = Math.min(first.at, ...others.map(({ at }) => at));
    const isHere = isForHere(parts, question, first.channel);
    return [{ name: isHere ? editionName(calledOf(first)) : barelyNamed(first), since }];
  });
}

/** `front-page on Slack` of `front-page@slack:C0123`. */
function placeName(subscription: string): string {
  const platform = /@(?<platform>[a-z]+):/u.exec(subscription)?.groups?.platform;
  if (platform === undefined) return subscription;
  return placesOf([{ subscription, platform }])[0] ?? subscription;
}

function connectionsOf({ connections, platforms }: StatusParts, at: Instant) {
  const known = connections();
  return [...platforms].map((platform) => {
    const connected = known.get(platform);
    const says = connected === undefined ? "is open" : said(connected, at);
    return { platform: titleCase(platformLabel(platform)), says };
  });
}

function said({ state, since }: Connected, at: Instant): string {
  const long = duration(at - since);
  if (state.kind === "ready") return `is connected as ${state.as}, for ${long}`;
  if (state.kind === "connecting") return `is connecting, for ${long}`;
  return `is not connected, for ${long}: ${state.reason}`;
}

async function channelsOf(
  { live, slots, platforms }: StatusParts,
  question: Question,
  at: Instant,
) {
  const shown = knownTo(live.list(), question.asker.id);
  const places = shown.map((channel) => subscriptionsOf([channel], platforms).map(({ id }) => id));
  const newest = await slots.newest(places.flat());
  return shown.map(({ name, cadence }, index) => {
    const last = (places[index] ?? []).flatMap((id) => newest.get(id) ?? []);
    const next = nextSlots(cadence, at, 1)[0] ?? null;
    const rests = cadence.pauseUntil !== null && cadence.pauseUntil > at;
    const { timeZone } = cadence;
    return { name, last: last.length === 0 ? null : Math.max(...last), next, rests, timeZone };
  });
}
