import type { Platform } from "#core/digest/subscription.ts";
import { articlesIn } from "#core/message/articles-in.ts";
import { shortOf } from "#core/message/notice.ts";
import { type Courier, DeliveryError, type Receipt } from "#core/outbox/courier.ts";
import { afterFailure } from "#core/outbox/retry.ts";
import { ripeAt } from "./place-troubles.ts";
import type { Alarm } from "./port/alarm.ts";
import type { Clock } from "./port/clock.ts";
import type { Log } from "./port/log.ts";
import { type Claimed, MOST_CLAIMED, type Outbox } from "./port/outbox.ts";
import type { PlaceTroubles } from "./port/place-troubles.ts";
import type { Screen } from "./screen.ts";

/** What happened to one delivery. */
export type Delivered =
  | {
      readonly kind: "posted";
      readonly parcel: Claimed;
      readonly receipt: Receipt;
      /** The place had not taken what it was sent, and people know of it. */
      readonly mended: boolean;
    }
  | {
      readonly kind: "failed";
      readonly parcel: Claimed;
      readonly error: DeliveryError;
      /** Milliseconds until the next attempt; `null` when it was given up. */
      readonly retryIn: number | null;
    }
  /** It waits for our own pace, and nothing has failed. */
  | { readonly kind: "put-off"; readonly parcel: Claimed };

/** Carries what waits in the outbox: claim, post, receipt; or retry; or give up. */
export interface DeliveryDesk {
  /**
   * Carries everything that is due, and returns when nothing is. A call during a run makes that run
   * look again.
   */
  drain(): Promise<void>;
  /** Finishes the posts in flight and starts no more, not even retries. */
  stop(): Promise<void>;
}

export interface DeliveryParts {
  readonly outbox: Outbox;
  readonly troubles: Pick<PlaceTroubles, "failed" | "worked">;
  readonly couriers: readonly Courier[];
  readonly clock: Clock;
  /** Wakes the desk for a retry. */
  readonly alarm: Alarm;
  readonly log: Log;
  /** 0 to 1, so that retries of many channels spread. */
  readonly jitter: () => number;
  readonly onDelivered: (outcome: Delivered) => void;
  /** The outbox itself failed while the desk was woken by its alarm. */
  readonly onTrouble: (error: unknown) => void;
  /** Looks at what goes out and at what has landed. */
  readonly screen: Screen;
  /** Lets others have a turn while thousands of posts are begun; left out: nobody else is there. */
  readonly pause?: () => Promise<void>;
}

/** Milliseconds; keeps a delivery that is due but cannot be claimed yet from spinning the desk. */
const SHORTEST_SLEEP = 1_000;

/** Milliseconds by which a clock is put back at least: it is put right by less all the time. */
const PUT_BACK = 1_000;

export function createDeliveryDesk(parts: DeliveryParts): DeliveryDesk {
  const couriers = new Map(parts.couriers.map((courier) => [courier.platform, courier]));
  const waits = (platform: Platform) => couriers.get(platform)?.roomFor?.(MOST_CLAIMED) ?? 0;
  // What a line has no room for stays in the outbox: of thousands each would be claimed and put back.
  const withRoom = () => [...couriers.keys()].filter((platform) => waits(platform) === 0);
  const inFlight = new Set<Promise<void>>();
  /** Claimed, and the outbox took neither their receipt nor their failure. */
  const stranded: Stranded[] = [];
  /** Posted since it was last looked at what has. */
  let landed: readonly Claimed[] = [];
  let looked = 0;
  let stopped = false;
  let running: Promise<void> | null = null;
  let rung = false;
  let bell = Promise.withResolvers<void>();

  const ring = () => {
    rung = true;
    bell.resolve();
  };
  const start = (parcel: Claimed) => {
    const flight = carry(parts, couriers, parcel)
      .then((isPosted) => {
        if (isPosted) landed = [...landed, parcel];
      })
      .catch((error: unknown) => void stranded.push({ parcel, error }))
      .finally(() => {
        inFlight.delete(flight);
        ring();
      });
    inFlight.add(flight);
  };
  const freeStranded = async () => {
    for (let next = stranded[0]; next !== undefined; next = stranded[0]) {
      await parts.outbox.retry(next.parcel.key, parts.clock.now(), String(next.error), true);
      stranded.shift();
    }
  };
  const readClock = async () => {
    const now = parts.clock.now();
    // What waits for a retry waits for a moment of the clock that was put back since.
    if (now < looked - PUT_BACK) await parts.outbox.hasten(now);
    looked = now;
    return now;
  };
  const followLanded = async () => {
    const some = landed;
    await parts.screen.landed(some);
    landed = landed.slice(some.length);
  };
  // One hanging channel must not hold the others: whenever a flight ends or someone rings, claim.
  const run = async () => {
    await freeStranded();
    for (;;) {
      rung = false;
      bell = Promise.withResolvers();
      // Before anything else of these places: what takes back, or amends, what was on its way.
      await followLanded();
      const claimed = stopped ? [] : await parts.outbox.claim(await readClock(), withRoom());
      const fit = await parts.screen.pass(claimed);
      fit.forEach(start);
      // There may be more than were claimed in one go.
      if (claimed.length > 0) await parts.pause?.();
      else {
        await setAlarm();
        if (inFlight.size === 0 && !rung) return;
        if (!rung) await bell.promise;
      }
      const [trouble] = stranded;
      if (trouble !== undefined) throw trouble.error;
    }
  };
  const drain = () => {
    ring();
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  const setAlarm = async () => {
    const due = stopped ? null : await parts.outbox.nextDue(withRoom());
    // The desk may have been stopped meanwhile: an alarm set now would ring when the outbox is closed.
    if (stopped) return;
    const now = parts.clock.now();
    const full = [...couriers.keys()].map(waits).filter((wait) => wait > 0);
    const next = [...(due === null ? [] : [due]), ...full.map((wait) => now + wait)];
    if (next.length === 0) return;
    const soonest = now + SHORTEST_SLEEP;
    parts.alarm.set(
      Math.max(Math.min(...next), soonest),
      () => void drain().catch(parts.onTrouble),
    );
  };
  return {
    drain,
    async stop() {
      stopped = true;
      parts.alarm.clear();
      ring();
      await Promise.allSettled([running, ...inFlight]);
    },
  };
}

interface Stranded {
  readonly parcel: Claimed;
  readonly error: unknown;
}

/** @returns whether it was posted */
async function carry(
  parts: DeliveryParts,
  couriers: ReadonlyMap<Platform, Courier>,
  parcel: Claimed,
): Promise<boolean> {
  const { outbox, clock, onDelivered } = parts;
  try {
    const courier = couriers.get(parcel.platform);
    if (courier === undefined)
      throw new DeliveryError("refused", `${parcel.platform} is not set up`);
    const receipt = await hand(courier, parcel);
    await outbox.delivered(parcel.key, receipt, clock.now());
    const mended = (await parts.troubles.worked(parcel, clock.now())) !== null;
    await noteShortfall(parts, parcel, receipt);
    parts.log.debug("delivered", noted(parcel));
    onDelivered({ kind: "posted", parcel, receipt, mended });
    return true;
  } catch (cause) {
    await putBack(parts, parcel, asDeliveryError(cause));
    return false;
  }
}

/** What a line of the log tells of a delivery: `trace`, the articles that it shows. */
function noted({ key, kind, platform, address, message }: Claimed) {
  return { key, kind, platform, address, trace: articlesIn(message) };
}

/** The post stands, and is not tried again for what did not come of it: people are told at once, and once. */
async function noteShortfall(
  { troubles, clock, log }: DeliveryParts,
  parcel: Claimed,
  { shortfall }: Receipt,
): Promise<void> {
  if (shortfall === undefined) return;
  const { subscription, platform, address } = parcel;
  const place = shortOf({ subscription, platform, address });
  if (shortfall === null) return void (await troubles.worked(place, clock.now()));
  log.warn("delivery fell short", { ...noted(parcel), says: shortfall });
  await troubles.failed({ ...place, error: shortfall, ripe: clock.now() }, clock.now());
}

/** What its post was never posted for cannot be edited or replied to. */
async function hand(courier: Courier, parcel: Claimed): Promise<Receipt> {
  const { kind, target } = parcel;
  if (kind === "post" || kind === "notice") return courier.post(parcel);
  if (target === null) throw new DeliveryError("gone", "The post that it belongs to was given up");
  return kind === "edit"
    ? courier.edit({ ...parcel, target })
    : courier.reply({ ...parcel, target });
}

/** Anything a courier did not name may have happened after the post went through. */
function asDeliveryError(cause: unknown): DeliveryError {
  if (cause instanceof DeliveryError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new DeliveryError("unreachable", message, { cause });
}

async function putBack(parts: DeliveryParts, parcel: Claimed, error: DeliveryError): Promise<void> {
  const { outbox, clock, log, jitter, onDelivered } = parts;
  const verdict = afterFailure(error, parcel.attempt, jitter());
  const { key, attempt } = parcel;
  if (verdict.kind === "put-off") {
    await outbox.putOff(key, clock.now() + verdict.wait);
    log.debug("delivery put off", { ...noted(parcel), wait: verdict.wait });
    onDelivered({ kind: "put-off", parcel });
    return;
  }
  log.warn("delivery failed", { ...noted(parcel), attempt, code: error.code, error });
  const ripe = ripeAt(error.code, clock.now());
  if (ripe !== null) {
    await parts.troubles.failed({ ...parcel, error: error.message, ripe }, clock.now());
  }
  if (verdict.kind === "give-up") {
    await outbox.giveUp(key, error.message, clock.now());
    onDelivered({ kind: "failed", parcel, error, retryIn: null });
    return;
  }
  const again = verdict.again || parcel.again;
  await outbox.retry(key, clock.now() + verdict.wait, error.message, again);
  onDelivered({ kind: "failed", parcel, error, retryIn: verdict.wait });
}
