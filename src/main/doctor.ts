import { lineAt, nextSlots } from "#core/digest/cadence.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Platform } from "#core/digest/subscription.ts";
import { parseAnswer } from "#core/judgement/parse-answer.ts";
import { type ModelQuestion, objectOf } from "#core/judgement/question.ts";
import { count, dayAndTime, duration } from "#core/message/say.ts";
import { groupWaiting } from "#desk/approval-group.ts";
import type { LiveChannels } from "#desk/editor/channels.ts";
import type { AskedAt, Finding } from "#desk/port/chat-service.ts";
import { ModelError } from "#desk/port/model.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import type { Env } from "#edge/config/env.ts";
import { ConfigError, faultLine } from "#edge/config/error.ts";
import { type Orders, readNewsroom } from "#edge/config/read-newsroom.ts";
import { StoreError } from "#edge/store/error.ts";
import type { Store } from "#edge/store/store.ts";
import { printFindings } from "#edge/terminal/doctor.ts";
import { missingTokenWarnings } from "#edge/terminal/welcome.ts";
import { liveChannels } from "./desks.ts";
import { pageFinding } from "./doors.ts";
import { lookAtFeeds } from "./feeds.ts";
import { modelOf, patienceOf } from "./model.ts";
import { NO_LOG, NOBODY, NOWHERE } from "./nobody.ts";
import { REGISTRY } from "./platforms.ts";
import { servicesOf } from "./services.ts";
import {
  clock,
  livePlatforms,
  openStoreOf,
  out,
  readEnv,
  type Setting,
  storeName,
} from "./setting.ts";
import { inWords } from "./shift.ts";
import { sourceOf } from "./source.ts";

const SLOTS_SHOWN = 5;

/** `doctor`: checks where copy lies, store, config, tokens and the permissions in every channel. */
export async function doctor({ json }: { readonly json: boolean }): Promise<number> {
  const env = readEnv();
  const findings = [
    ...(await look("Copy", () => sourceOf(env).check())),
    ...(await look("Store", () => lookAtStore(env))),
    ...(await look("Page", () => [pageFinding(env)])),
    ...(await look("Newsroom", () => lookAtNewsroom(env))),
    ...(await look(MODEL, () => lookAtModel(env))),
    ...(await look("Feeds", () => {
      const orders = ordersOrFaults(env.COPYDESK_CONFIG);
      return "channels" in orders ? lookAtFeeds(orders.feeds) : [];
    })),
  ];
  return printFindings(out, findings, json);
}

const MODEL = "Language model";

/** It is asked something that costs next to nothing, and tells nobody anything. */
async function lookAtModel(env: Env): Promise<readonly Finding[]> {
  const orders = ordersOrFaults(env.COPYDESK_CONFIG);
  if (!("channels" in orders) || orders.model === null) return [];
  const model = await modelOf({ env, orders });
  if (model === null) return [];
  try {
    const { text } = await model.ask(TRIAL, patienceOf(orders.model)());
    const isAnswer = parseAnswer(text) !== null;
    const says = isAnswer ? "answers" : "answers, but not in JSON: what it says is not heeded";
    return [{ subject: MODEL, ok: isAnswer, says: `${model.name} ${says}` }];
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return [{ subject: MODEL, ok: false, says: `${model.name}: ${error.message}` }];
  }
}

const TRIAL: ModelQuestion = {
  task: "Answer with JSON by the given schema.",
  matter: 'Answer {"ready": true}.',
  schema: objectOf({ ready: { type: "boolean" } }),
};

/** Whatever else goes wrong with one thing is told of it, and the next one is looked at. */
async function look(
  subject: string,
  work: () => readonly Finding[] | Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ subject, ok: false, says: `it cannot be looked at (${reason})` }];
  }
}

async function lookAtStore(env: Env): Promise<readonly Finding[]> {
  const subject = "Store";
  try {
    const store = await openStoreOf(env);
    const working = await store.atWork();
    await store.close();
    const by = working.length === 0 ? "" : `; at work on it: ${inWords(working)}`;
    return [{ subject, ok: true, says: `${storeName(env)} opens${by}` }];
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return [{ subject, ok: false, says: error.message }];
  }
}

async function lookAtNewsroom(env: Env): Promise<readonly Finding[]> {
  const orders = ordersOrFaults(env.COPYDESK_CONFIG);
  if (!("channels" in orders)) return orders;
  const store = await openOrNull(env);
  const findings = await lookAtChannels(
    { env, orders, live: livePlatforms(env), registry: REGISTRY },
    store,
  );
  await store?.close();
  return findings;
}

async function lookAtChannels(setting: Setting, store: Store | null): Promise<readonly Finding[]> {
  const { orders, live, registry } = setting;
  const { warnings } = orders;
  const chat = await readChatOrders(setting, store);
  const all = chat.live.list();
  const services = await servicesOf(
    () => setting,
    () => all,
    {
      ...{ frontDesk: NOBODY, installations: store?.installations ?? NOWHERE, log: NO_LOG },
    },
  );
  const checks = services.map((service) =>
    service.check(
      addressesOn(service.courier.platform, all, orders.adminChannel),
      askedOn(service.courier.platform, all),
    ),
  );
  return [
    ...warnings.map((fault) => ({ subject: "Config", ok: true, says: faultLine(fault) })),
    ...all.map((channel) => channelFinding(channel, chat.live.orderOf(channel.name))),
    ...(await approvalFindings(all, orders.adminChannel, store)),
    ...chat.findings,
    ...tokenFindings(setting),
    ...missingTokenWarnings(all, registry.tokens, live).map((says) => ({
      subject: "Tokens",
      ok: false,
      says,
    })),
    ...(await Promise.all(checks)).flat(),
  ];
}

/** A store that does not open is told of by itself. */
async function openOrNull(env: Env): Promise<Store | null> {
  try {
    return await openStoreOf(env);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return null;
  }
}

/** What was ordered in chat stands beside the file's. */
async function readChatOrders(
  setting: Setting,
  store: Store | null,
): Promise<{
  readonly live: LiveChannels;
  readonly findings: readonly Finding[];
}> {
  const findings: Finding[] = [];
  const unreadable = (name: string, faults: readonly string[]) => {
    const says = `it was ordered in chat and cannot be read: ${faults.join("; ")}; order it once more`;
    findings.push({ subject: `Channel ${name}`, ok: false, says });
  };
  if (store !== null)
    return { live: await liveChannels(() => setting, store, unreadable), findings };
  const { channels } = setting.orders;
  const live = {
    list: () => channels,
    orderOf: () => null,
    orderedBy: () => [],
    refresh: async () => undefined,
  };
  return { live, findings };
}

function ordersOrFaults(file: string): Orders | readonly Finding[] {
  try {
    return readNewsroom(file, REGISTRY.shape);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((fault) => ({ subject: "Config", ok: false, says: faultLine(fault) }));
  }
}

function channelFinding({ name, cadence }: Channel, order: ChatOrder | null): Finding {
  const { timeZone, pauseUntil } = cadence;
  const by = order === null ? "" : `; ordered in chat by ${order.byName}`;
  if (pauseUntil === Infinity) {
    return { subject: `Channel ${name}`, ok: true, says: `it rests until it is resumed${by}` };
  }
  const slots = nextSlots(cadence, clock.now(), SLOTS_SHOWN);
  if (slots.length === 0) {
    const says = "it will never have an edition: its schedule falls on no day that comes";
    return { subject: `Channel ${name}`, ok: false, says };
  }
  const next = slots.map((slot) => {
    const named = lineAt(cadence, slot)?.name ?? null;
    return named === null ? dayAndTime(slot, timeZone) : `${dayAndTime(slot, timeZone)} “${named}”`;
  });
  const says = `next editions ${next.join("; ")} (${timeZone})${by}`;
  return { subject: `Channel ${name}`, ok: true, says };
}

/** What waits for an editor's word, and channels of which nobody would hear that something does. */
async function approvalFindings(
  channels: readonly Channel[],
  adminChannel: Orders["adminChannel"],
  store: Store | null,
): Promise<readonly Finding[]> {
  const subject = "Approval";
  const unheard = channels.filter(({ approval }) => approval !== null && adminChannel === null);
  const open = await store?.approvals.open();
  const waiting = Map.groupBy(open ?? [], ({ channel }) => channel);
  return [
    ...unheard.map(({ name }) => {
      const says = `nobody is told that an edition of ${name} waits: name an adminChannel, or look at /approve`;
      return { subject, ok: false, says };
    }),
    ...[...waiting].map(([name, all]) => {
      const since = Math.min(...all.map(({ at }) => at));
      const says = `${name} has ${count(groupWaiting(all).length, "edition")} that an editor must let go, the first for ${duration(clock.now() - since)}: /approve ${name}`;
      return { subject, ok: true, says };
    }),
  ];
}

function tokenFindings({ live, registry }: Setting): readonly Finding[] {
  return registry.tokens.map(({ platform, token }) => ({
    ...{ subject: "Tokens", ok: true },
    says: `${token} is ${live.has(platform) ? "set" : "not set: its digests go to the page"}`,
  }));
}

/** The channels of the newsroom on a platform, and the admins' one. */
function addressesOn(
  platform: Platform,
  channels: readonly Channel[],
  adminChannel: Orders["adminChannel"],
): readonly string[] {
  const places = [...channels.map((channel) => channel.places), adminChannel ?? {}];
  return [...new Set(places.flatMap((one) => one[platform] ?? []))];
}

/** What channels ask for in their places on a platform. */
function askedOn(platform: Platform, channels: readonly Channel[]): AskedAt {
  return (address) =>
    channels
      .filter(({ places }) => places[platform] === address)
      .flatMap(({ asks }) => asks?.[platform] ?? []);
}
