import type { Filed } from "#core/digest/edition.ts";
import { LABELS, labelWith } from "#core/language/labels.ts";
import { moreButton } from "#core/message/brief.ts";
import type { Block, Button } from "#core/message/message.ts";
import type { CommandName } from "./command.ts";
import { lineFor } from "./line.ts";

/** What can be asked about an article in a list, and its original where its address is known. */
export function articleButtons(filed: Filed, ...asks: readonly ("brief" | "context")[]): Block {
  const { article } = filed;
  const own = asks.map(
    (ask): Button =>
      ask === "brief"
        ? moreButton(filed)
        : { kind: "ask", label: LABELS.inContext, ask: `${ask} ${article.id}` },
  );
  const original: readonly Button[] =
    article.sourceUrl === null
      ? []
      : [{ kind: "link", label: LABELS.original, href: article.sourceUrl }];
  return { kind: "buttons", buttons: [...own, ...original] };
}

/** What a button may ask (`core/message`), in characters. */
export const LONGEST_ASK = 90;

/** A menu's most choices. */
export const MENU_MOST = 25;

/** Every page that is known to be there, once there is one that no button leads to. */
function pageMenu(
  to: (page: number, label: string) => readonly Button[],
  number: number,
  more: boolean,
): readonly Block[] {
  if (number < 3) return [];
  const last = number + (more ? 1 : 0);
  const first = Math.max(1, last - MENU_MOST + 1);
  const choices = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((page) => page !== number)
    .flatMap((page) => to(page, labelWith(LABELS.page, page)))
    .flatMap((button) => (button.kind === "ask" ? [button] : []))
    .map(({ label, ask }) => ({ label, ask }));
  return choices.length === 0
    ? []
    : [{ kind: "menu", label: labelWith(LABELS.page, number), choices }];
}

/** A page of a longer answer. */
export interface Page {
  readonly command: CommandName;
  /** As they were asked. */
  readonly options: Readonly<Record<string, string>>;
  /** 1 for the first. */
  readonly number: number;
  /** There is another one behind it. */
  readonly more: boolean;
}

/** Buttons to the pages before and behind; nothing where this is the only one. */
export function pageBlocks({ command, options, number, more }: Page): readonly Block[] {
  const to = (page: number, label: string): readonly Button[] => {
    const ask = lineFor(command, { ...options, page: page === 1 ? "" : String(page) });
    return ask === null ? [] : [{ kind: "ask", label, ask }];
  };
  const buttons = [
    ...(number > 1 ? to(number - 1, LABELS.previousPage) : []),
    ...(more ? to(number + 1, LABELS.nextPage) : []),
  ];
  if (buttons.length > 0) return [{ kind: "buttons", buttons }, ...pageMenu(to, number, more)];
  // The question is too long for a button.
  return more
    ? [{ kind: "note", spans: [{ text: `More: ask the same with page:${number + 1}` }] }]
    : [];
}
