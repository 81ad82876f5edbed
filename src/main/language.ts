import { EN } from "#core/language/en.ts";
import type { Language } from "#core/language/language.ts";
import { inLanguage } from "#core/message/in-language.ts";
import type { Budget } from "#core/message/message.ts";
import type { Courier } from "#core/outbox/courier.ts";
import type { Board } from "#edge/preview/board.ts";
import type { Registry } from "./platforms.ts";

/** The same platforms where all that is posted has its buttons in a language, which may be longer words. */
export function registryIn(registry: Registry, language: Language): Registry {
  if (language === EN) return registry;
  const platforms = registry.platforms.map((platform) => ({
    ...platform,
    budget: budgetIn(platform.budget, language),
    body: (parcel: Parameters<typeof platform.body>[0]) =>
      platform.body({ ...parcel, message: inLanguage(parcel.message, language) }),
  }));
  const budgets = Object.entries(registry.budgets).map(
    ([platform, budget]) => [platform, budgetIn(budget, language)] as const,
  );
  return { ...registry, platforms, budgets: Object.fromEntries(budgets) };
}

function budgetIn(budget: Budget, language: Language): Budget {
  return { fits: (message) => budget.fits(inLanguage(message, language)) };
}

/** A courier that posts with the buttons in a language. */
export function courierIn(courier: Courier, language: Language): Courier {
  const said = <Given extends Parameters<Courier["post"]>[0]>(parcel: Given): Given => ({
    ...parcel,
    message: inLanguage(parcel.message, language),
  });
  return {
    ...courier,
    budget: budgetIn(courier.budget, language),
    post: (parcel) => courier.post(said(parcel)),
    edit: (followUp) => courier.edit(said(followUp)),
    reply: (followUp) => courier.reply(said(followUp)),
  };
}

/** What the page shows as it was posted. */
export function boardIn(board: Board, language: Language): Board {
  return {
    ...board,
    editions: async (channel, limit, visitor) => {
      const editions = await board.editions(channel, limit, visitor);
      return (
        editions?.map(({ message, replies = [], ...edition }) => ({
          ...edition,
          message: inLanguage(message, language),
          replies: replies.map((reply) => inLanguage(reply, language)),
        })) ?? null
      );
    },
  };
}
