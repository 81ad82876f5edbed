import { type Platform, platformLabel } from "#core/digest/subscription.ts";
import type { OptionFault } from "#core/reply/form-check.ts";
import type { Asker } from "#core/reply/front-desk.ts";
import type { ChatService, Finding } from "#desk/port/chat-service.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { EnvFile } from "#desk/port/env-file.ts";
import type { Guide, GuideField } from "#desk/port/guide.ts";
import type { StandingOrders } from "#desk/port/standing-orders.ts";

/** A platform that a newcomer can set up. */
export interface GuidedPlatform {
  readonly name: Platform;
  /** It had its token when the bot started. */
  readonly isSet: boolean;
  readonly guide: () => Promise<Guide>;
  /** The platform by other tokens than those of the environment; it does not connect. Faults are by variables. */
  readonly trial: (values: Readonly<Record<string, string>>) => Promise<Trial>;
}

export type Trial =
  | { readonly ok: true; readonly service: ChatService }
  | { readonly ok: false; readonly faults: readonly OptionFault[] };

export interface FirstRunParts {
  readonly platforms: readonly GuidedPlatform[];
  readonly envFile: EnvFile;
  readonly orders: Pick<StandingOrders, "note">;
  readonly clock: Clock;
  /** The platforms that were set up at the start. */
  readonly services: () => readonly ChatService[];
}

/** A guide as it is shown. */
export interface ShownGuide extends Guide {
  readonly name: Platform;
  readonly label: string;
  /** `waits`: its token is written, and counts from the next start on. */
  readonly state: "not-set" | "waits" | "set";
}

export type HandedIn =
  | { readonly kind: "faults"; readonly faults: readonly OptionFault[] }
  | {
      readonly kind: "checked";
      /** As `doctor` says them. */
      readonly findings: readonly Finding[];
      /** What became of the tokens, in a sentence. */
      readonly says: string;
      readonly written: boolean;
      /** Where somebody brings the bot into a server; `null`: there is no such address. */
      readonly invite: string | null;
    };

/** Sets a platform up with whoever has never done it. A token is looked at, written into the environment's file, and never told again. */
export interface FirstRun {
  guides(): Promise<readonly ShownGuide[]>;
  handIn(
    asker: Asker,
    platform: Platform,
    values: Readonly<Record<string, string>>,
  ): Promise<HandedIn>;
  /** Looks at a channel, and posts one plain sentence there; `null`: the platform has no token. */
  tryPost(asker: Asker, platform: Platform, address: string): Promise<readonly Finding[] | null>;
  /** Those that were set up at the start, and those that wait for the next one. */
  services(): readonly ChatService[];
}

export function createFirstRun(parts: FirstRunParts): FirstRun {
  const { platforms, envFile, orders, clock } = parts;
  const waiting = new Map<Platform, ChatService>();
  const services = () => [...waiting.values(), ...parts.services()];
  const note = (asker: Asker, did: string) =>
    orders.note({ at: clock.now(), by: asker.id, name: asker.name, did });
  const stateOf = ({ name, isSet }: GuidedPlatform): ShownGuide["state"] =>
    waiting.has(name) ? "waits" : isSet ? "set" : "not-set";

  async function keep(
    asker: Asker,
    values: Readonly<Record<string, string>>,
  ): Promise<string | null> {
    const written = await envFile.write(values);
    if (!written.ok) return written.says;
    const names = Object.keys(values).join(" and ");
    await note(asker, `set ${names} in ${envFile.name}`);
    return null;
  }

  return {
    services,
    guides: () =>
      Promise.all(
        platforms.map(async (one) => ({
          ...{ name: one.name, label: platformLabel(one.name), state: stateOf(one) },
          ...(await one.guide()),
        })),
      ),
    async handIn(asker, platform, given) {
      const guided = platforms.find(({ name }) => name === platform);
      if (guided === undefined) return { kind: "faults", faults: [] };
      const { asks } = await guided.guide();
      const values = askedOf(asks, given);
      const missing = missingOf(asks, values);
      if (missing.length > 0) return { kind: "faults", faults: missing };
      const trial = await guided.trial(values);
      if (!trial.ok) return { kind: "faults", faults: trial.faults };
      const { service } = trial;
      const findings = await service.check([]);
      const refused = !isTaken(findings, Object.keys(values));
      const why = refused ? NOT_TAKEN : await keep(asker, values);
      if (refused) await service.stop();
      else {
        await waiting.get(platform)?.stop();
        waiting.set(platform, service);
      }
      const invite = refused ? null : await inviteOf(service);
      const written = why === null;
      return { kind: "checked", findings, written, says: why ?? writtenTo(envFile.name), invite };
    },
    async tryPost(asker, platform, address) {
      const service = services().find(({ courier }) => courier.platform === platform);
      if (service?.tryPost === undefined) return null;
      const looked = (await service.check([address])).slice(-1);
      const posted = await service.tryPost(address);
      if (posted.ok)
        await note(asker, `posted a test message to ${platformLabel(platform)} ${address}`);
      return [...looked, posted];
    },
  };
}

const NOT_TAKEN = "Nothing was written: mend what is not right, and hand it in once more.";

function writtenTo(file: string): string {
  return `Written into ${file}. It counts from the next start on: stop Copydesk (Ctrl-C) and start it again.`;
}

/** What the guide asks for, and nothing else that may have been sent. */
function askedOf(
  asks: readonly GuideField[],
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const filled = asks.map(({ variable }) => [variable, given[variable]?.trim() ?? ""] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== ""));
}

function missingOf(
  asks: readonly GuideField[],
  values: Readonly<Record<string, string>>,
): readonly OptionFault[] {
  return asks
    .filter(({ required, variable }) => required && values[variable] === undefined)
    .map(({ variable, hint }) => ({ option: variable, text: `This must be filled in: ${hint}` }));
}

/** The first finding is that of the token; one that names a variable among those that were given is about another one. */
function isTaken(findings: readonly Finding[], names: readonly string[]): boolean {
  if (findings[0]?.ok !== true) return false;
  return !findings.some(({ ok, says }) => !ok && names.some((name) => says.includes(name)));
}

async function inviteOf(service: ChatService): Promise<string | null> {
  // What it says of the rest stands all the same.
  return (await service.inviteUrl?.().catch(() => null)) ?? null;
}
