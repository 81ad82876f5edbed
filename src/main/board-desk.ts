import { type BoardDesk, createBoardDesk } from "#desk/board/desk.ts";
import { statusFor } from "#desk/editor/status.ts";
import type { Store } from "#edge/store/store.ts";
import { inWords } from "./board.ts";
import { editorParts, type FrontDeskParts, readerParts } from "./front-desk.ts";
import type { Newest } from "./newest.ts";
import type { Setting } from "./setting.ts";
import type { Source } from "./source.ts";

/** What the tabs of the page show: the same parts that the front desk answers with. */
export function boardDeskOf(
  setting: Setting,
  store: Store,
  parts: FrontDeskParts,
  { newest, source }: { readonly newest: Newest; readonly source: Pick<Source, "peek"> },
): BoardDesk {
  const reader = readerParts(setting, store, parts);
  const editor = editorParts(setting, store, reader, parts);
  const { arrivals, ledger, retries, orders, placeTroubles } = store;
  return createBoardDesk({
    ...{ arrivals, ledger, retries, orders, placeTroubles, inWords },
    ...{ live: parts.live, platforms: setting.live, newest: newest.all, peek: source.peek },
    reader,
    status: (asked) => statusFor(editor, { ...asked, command: "status", options: {} }),
    postsOf: (id) => store.decisions.postsOf(id),
  });
}
