import type { Cadence } from "#core/digest/cadence.ts";
import { type Channel, livePlaces } from "#core/digest/channel.ts";
import { PAGE, type Platform, platformLabel } from "#core/digest/subscription.ts";
import type { Place } from "#desk/source/place.ts";
import type { Output } from "./output.ts";
import { placeTitle } from "./path.ts";

/** A chat platform, and the variable that sets it up: `SLACK_BOT_TOKEN`. */
export interface TokenOf {
  readonly platform: Platform;
  readonly token: string;
}

/** What the bot is about to do. */
export interface Welcome {
  readonly place: Place;
  readonly channels: readonly Channel[];
  readonly platforms: readonly TokenOf[];
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
  for (const line of platformLines(welcome.platforms, live, url !== null)) out.line(`  ${line}`);
  if (url !== null) out.line(`  Page      ${out.style("cyan", url)}`);
  for (const warning of welcome.warnings) out.line(out.style("yellow", `  Note      ${warning}`));
  out.line();
}

function placesOf(
  channel: Channel,
  live: ReadonlySet<Platform>,
  inWords: Welcome["inWords"],
): string {
  const { name, cadence } = channel;
  const places = [...livePlaces(channel, live), platformLabel(PAGE)];
  return `${name} on ${places.join(", ")}, ${inWords(cadence)} (${cadence.timeZone})`;
}

function platformLines(
  platforms: readonly TokenOf[],
  live: ReadonlySet<Platform>,
  served: boolean,
): readonly string[] {
  const missing = platforms
    .filter(({ platform }) => !live.has(platform))
    .map(({ platform }) => platformLabel(platform));
  if (missing.length === 0) return [];
  const none = `Tokens    No ${missing.join(" or ")} token is set (.env.example says how)`;
  if (missing.length < platforms.length) return [none];
  const where = served ? "on the page and in this terminal" : "in this terminal";
  return [`${none},`, `          so digests appear ${where}.`];
}

/** Channels that name a platform whose token is missing: they would wait for nothing. */
export function missingTokenWarnings(
  channels: readonly Channel[],
  platforms: readonly TokenOf[],
  live: ReadonlySet<Platform>,
): readonly string[] {
  return channels.flatMap(({ name, places }) =>
    platforms
      .filter(({ platform }) => places[platform] !== undefined && !live.has(platform))
      .map(
        ({ platform, token }) =>
          `${name} names a ${platformLabel(platform)} channel, but ${token} is not set`,
      ),
  );
}
