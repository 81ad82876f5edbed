import type { OrderParts } from "#desk/editor/parts.ts";
import type { Askers } from "#desk/port/askers.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { AdminPlace } from "#desk/port/notices.ts";
import type { UnitOfWork } from "#desk/port/unit-of-work.ts";
import type { DeskParts } from "#desk/reply/parts.ts";
import type { ReportDesk } from "#desk/report.ts";
import type { SignInDesk } from "#desk/sign-in.ts";

/** What is made of what askers have done for themselves. */
export interface AskerParts
  extends Pick<OrderParts, "chats" | "openDirect" | "live" | "readOrder" | "timeZone"> {
  readonly reader: DeskParts;
  readonly clock: Clock;
  readonly reports: ReportDesk;
  readonly store: UnitOfWork;
  readonly askers: Pick<Askers, "tracesOf">;
  /** Where people reach the page, and who lets them in; `null`: it is on its own machine alone. */
  readonly page: PageDoor | null;
  /** The editors' channels. */
  readonly places: readonly AdminPlace[];
  /** Has what is in the outbox carried now. */
  readonly carry: () => void;
}

/** The page, as people are sent to it. */
export interface PageDoor {
  /** Its public address, without a path. */
  readonly url: string;
  readonly signIn: Pick<SignInDesk, "offer">;
}
