import cronstrue from "cronstrue";
import type { Instant } from "#core/article/instant.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import { nextSlots } from "#core/digest/cadence.ts";
import { type Channel, subscriptionsOf } from "#core/digest/channel.ts";
import type { Cadence } from "#core/digest/subscription.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import { createEditionDesk, type EditionDesk } from "#desk/edition.ts";
import { createIntake, type Intake } from "#desk/intake.ts";
import { createFrontDesk, type DigestSource } from "#desk/reply.ts";
import { createReadCopy } from "#edge/format/read-copy.ts";
import type { Board } from "#edge/preview/board.ts";
import type { Store } from "#edge/store/store.ts";
import { BUDGETS } from "./face.ts";
import { clock, onThePage, type Setting } from "./setting.ts";

export function intakeOf({ archive, ledger }: Store): Intake {
  const [readCopy, writeBrief] = [createReadCopy(), createWriteBrief()];
  return createIntake({ archive, ledger, clock, readCopy, writeBrief });
}

export function editionDeskOf({ orders, live }: Setting, { editions }: Store): EditionDesk {
  const subscriptions = subscriptionsOf(orders.channels, live);
  return createEditionDesk({ subscriptions, editions, clock, budgets: BUDGETS });
}

export function frontDeskOf({ orders }: Setting, { archive, editions }: Store): FrontDesk {
  const channels = orders.channels.map(
    (channel): DigestSource => ({
      name: channel.name,
      nextSlot: () => nextSlot(channel),
      latest: async () => {
        const [newest] = await editions.issued(onThePage(channel).id, 1);
        return newest?.messages[0] ?? null;
      },
    }),
  );
  return createFrontDesk({ archive, clock, timeZone: orders.timeZone, channels });
}

/** What the page shows: each channel with the editions that it had. */
export function boardOf({ orders, live }: Setting, { editions }: Store): Board {
  return {
    channels: async () =>
      orders.channels.map((channel) => ({
        name: channel.name,
        description: describe(channel),
        nextSlot: nextSlot(channel),
        timeZone: channel.cadence.timeZone,
        places: [
          ...(channel.slack !== null && live.has("slack") ? [`Slack ${channel.slack}`] : []),
          ...(channel.discord !== null && live.has("discord")
            ? [`Discord ${channel.discord}`]
            : []),
        ],
      })),
    editions: async (name, limit) => {
      const channel = orders.channels.find((one) => one.name === name);
      if (channel === undefined) return [];
      const issued = await editions.issued(onThePage(channel).id, limit);
      return issued.flatMap(({ slot, postedAt, messages }) =>
        messages.map((message) => ({ slot, postedAt, message })),
      );
    },
  };
}

function nextSlot({ cadence }: Channel): Instant | null {
  return nextSlots(cadence, clock.now(), 1)[0] ?? null;
}

/** `at 08:00, 13:00 and 18:00`. */
export function inWords({ cron }: Cadence): string {
  const words = cronstrue.toString(cron, { use24HourTimeFormat: true });
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function describe({ sections, tags, cadence }: Channel): string {
  const what = [...sections, ...tags.map((tag) => `#${tag}`)].join(", ");
  return `${what === "" ? "every article" : what} · ${inWords(cadence)}`;
}
