import { PAGE, type Platform, platformLabel } from "#core/digest/subscription.ts";
import type { Budget } from "#core/message/message.ts";
import type { ChatPlatform } from "#edge/chat/platform.ts";
import { type NewsroomShape, newsroomShape } from "#edge/config/newsroom.ts";
import { DISCORD } from "#edge/discord/platform.ts";
import type { Faces } from "#edge/preview/board.ts";
import { SLACK } from "#edge/slack/platform.ts";
import type { TokenOf } from "#edge/terminal/welcome.ts";
import { faceOf } from "./face.ts";

/** The chat platforms: adding one is its folder, and its line here. */
export const PLATFORMS: readonly ChatPlatform[] = [SLACK, DISCORD];

/** The chat platforms that there are, and what the rest of the house is handed of them. */
export interface Registry {
  readonly platforms: readonly ChatPlatform[];
  readonly names: readonly Platform[];
  /** The newsroom's config, with each platform's part in it. */
  readonly shape: NewsroomShape;
  /** What one message may hold on each platform; the page takes an edition whole. */
  readonly budgets: Readonly<Record<Platform, Budget>>;
  /** How messages look on each, for the page. */
  readonly faces: Faces;
  readonly tokens: readonly TokenOf[];
  /**
   * Who is an editor, for those who are told that they are none.
   * @param isNamed whether the config names the editors of a platform
   */
  readonly whoEdits: (isNamed: (platform: Platform) => boolean) => string;
}

export function registryOf(platforms: readonly ChatPlatform[]): Registry {
  const each = <T>(of: (platform: ChatPlatform) => T): Readonly<Record<Platform, T>> =>
    Object.fromEntries(platforms.map((one) => [one.name, of(one)] as const));
  return {
    platforms,
    names: platforms.map(({ name }) => name),
    shape: newsroomShape(platforms),
    budgets: { ...each(({ budget }) => budget), [PAGE]: { fits: () => true } },
    faces: each(faceOf),
    tokens: platforms.map(({ name: platform, token }) => ({ platform, token })),
    whoEdits: (isNamed) => whoEdits(platforms, isNamed),
  };
}

const NAMED = "whom config/newsroom.yaml names as editors, and admins";

/** `On Slack that is …; on Discord …` */
function whoEdits(
  platforms: readonly ChatPlatform[],
  isNamed: (platform: Platform) => boolean,
): string {
  const each = platforms.map(({ name, editors }, index) => {
    const label = platformLabel(name);
    const who = isNamed(name) ? NAMED : editors;
    return index === 0 ? `On ${label} that is ${who}` : `on ${label} ${who}`;
  });
  return `${each.join("; ")}.`;
}

export const REGISTRY = registryOf(PLATFORMS);
