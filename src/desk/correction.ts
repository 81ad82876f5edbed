import { heldReason, isKilled } from "#core/article/held.ts";
import type { Platform } from "#core/digest/subscription.ts";
import { type Amended, amendMessage, amendmentReply } from "#core/message/amend.ts";
import type { Budget } from "#core/message/message.ts";
import type { Amendment, Clock, Corrections, Outdated } from "./port.ts";

/** Makes corrections chase what is posted. */
export interface CorrectionDesk {
  /** @returns how many posts were amended */
  chase(): Promise<number>;
}

export interface CorrectionParts {
  readonly corrections: Corrections;
  readonly clock: Clock;
  readonly budgets: Readonly<Record<Platform, Budget>>;
}

export function createCorrectionDesk({
  corrections,
  clock,
  budgets,
}: CorrectionParts): CorrectionDesk {
  return {
    chase() {
      const now = clock.now();
      return corrections.chase(now, (post) => amend(post, now, budgets[post.platform]));
    },
  };
}

function amend({ message, filed, timeZone }: Outdated, now: number, budget: Budget): Amendment {
  const amended: Amended = {
    filed,
    at: now,
    timeZone,
    withdrawn: withdrawnNow(filed.article, now),
  };
  return {
    message: amendMessage(message, amended, budget),
    withdrawn: amended.withdrawn !== null,
    reply: amendmentReply(message, amended),
  };
}

function withdrawnNow(article: Outdated["filed"]["article"], now: number): Amended["withdrawn"] {
  if (isKilled(article)) return "killed";
  return heldReason(article, now) === null ? null : "held";
}
