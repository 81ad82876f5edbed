import { NOBODY_NAMED } from "#core/access/role.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { ChatService } from "#desk/port/chat-service.ts";
import { createFirstRun, type FirstRun, type GuidedPlatform } from "#desk/setup/first-run.ts";
import type { ChatPlatform } from "#edge/chat/platform.ts";
import { readOther } from "#edge/config/env.ts";
import { envFile } from "#edge/config/write-env.ts";
import type { Store } from "#edge/store/store.ts";
import { NO_LOG, NOBODY } from "./nobody.ts";
import { clock, type Setting } from "./setting.ts";

/** Sets platforms up on the page. */
export function firstRunOf(
  { live, registry }: Pick<Setting, "live" | "registry">,
  store: Store,
  services: () => readonly ChatService[],
): FirstRun {
  return createFirstRun({
    platforms: registry.platforms.flatMap((platform) => guided(platform, live, store)),
    ...{ envFile: envFile(), orders: store.orders, clock, services },
  });
}

function guided(
  platform: ChatPlatform,
  live: ReadonlySet<Platform>,
  { installations }: Store,
): readonly GuidedPlatform[] {
  const { name, guide } = platform;
  if (guide === undefined) return [];
  return [
    {
      ...{ name, isSet: live.has(name), guide },
      async trial(values) {
        const setUp = readOther(platform, values);
        if (!("connect" in setUp)) {
          const faults = setUp.map(({ variable, says }) => ({ option: variable, text: says }));
          return { ok: false, faults };
        }
        if (setUp.connect === null) return { ok: false, faults: [] };
        // Its log would know nothing of a token that it must not write: it has none.
        const service = await setUp.connect({
          ...{ frontDesk: NOBODY, installations, log: NO_LOG },
          ...{ channelOf: () => null, places: () => [], named: NOBODY_NAMED },
        });
        return { ok: true, service };
      },
    },
  ];
}
