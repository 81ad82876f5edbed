import type { Cadence } from "#core/digest/cadence.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { Place } from "#desk/source/place.ts";
import type { Output } from "./output.ts";
import { placeTitle } from "./path.ts";

/** What the bot is about to do. */
export interface Welcome {
  readonly place: Place;
  readonly channels: readonly Channel[];
  /** Platforms whose tokens are set. */
  readonly live: ReadonlySet<Platform>;
  /** Where the page is; `null` when it is not served. */
  readonly url: string | null;
  /** A channel's schedule in words. */
  readonly inWords: (cadence: Cadence) => string;
  /** What works, but perhaps not as meant. */
  readonly warnings: readonly string[];
}

/** Says in plain words what the bot does: the first thing that a newcomer reads. */
export function printWelcome(out: Output, welcome: Welcome): void {
  const { place, channels, live, url } = welcome;
  const strong = (text: string) => out.style("bold", text);
  out.line(strong("Copydesk, the digest desk of your newsroom"));
  const noun = place.kind === "folder" ? "Folder" : "Bucket";
  const drop = place.kind === "folder" ? "drop articles in" : "put articles there";
  out.line(`  ${noun}    ${strong(placeTitle(place))}: ${drop}, they are briefed and posted`);
  out.line(
    `  Channels  ${channels.map((channel) => placesOf(channel, live, welcome.inWords)).join("\n            ")}`,
  );
  for (const line of platformLines(live, url !== null)) out.line(`  ${line}`);
  if (url !== null) out.line(`  Page      ${out.style("cyan", url)}`);
  for (const warning of welcome.warnings) out.line(out.style("yellow", `  Note      ${warning}`));
  out.line();
}

function placesOf(
  channel: Channel,
  live: ReadonlySet<Platform>,
  inWords: Welcome["inWords"],
): string {
  const { name, slack, discord, cadence } = channel;
  const places = [
    slack !== null && live.has("slack") ? `Slack ${slack}` : null,
    discord !== null && live.has("discord") ? `Discord ${discord}` : null,
    "the page",
  ].filter((place) => place !== null);
  return `${name} on ${places.join(", ")}, ${inWords(cadence)} (${cadence.timeZone})`;
}

function platformLines(live: ReadonlySet<Platform>, served: boolean): readonly string[] {
  const missing = [
    live.has("slack") ? null : "Slack",
    live.has("discord") ? null : "Discord",
  ].filter((name) => name !== null);
  if (missing.length === 0) return [];
  const none = `Tokens    No ${missing.join(" or ")} token is set (.env.example says how)`;
  if (missing.length === 1) return [none];
  const where = served ? "on the page and in this terminal" : "in this terminal";
  return [`${none},`, `          so digests appear ${where}.`];
}

/** Channels that name a platform whose token is missing: they would wait for nothing. */
export function missingTokenWarnings(
  channels: readonly Channel[],
  live: ReadonlySet<Platform>,
): readonly string[] {
  return channels.flatMap(({ name, slack, discord }) => [
    ...(slack !== null && !live.has("slack")
      ? [`${name} names a Slack channel, but SLACK_BOT_TOKEN is not set`]
      : []),
    ...(discord !== null && !live.has("discord")
      ? [`${name} names a Discord channel, but DISCORD_TOKEN is not set`]
      : []),
  ]);
}
