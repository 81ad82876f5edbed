import { type Copy, type CopyFields, type CopyLists, copyOf } from "#core/article/copy.ts";
import { isBareOrder } from "#core/article/order.ts";
import { readStatus } from "#core/article/status.ts";
import { isEmbargoedStatus, readStatusField } from "#core/article/status-field.ts";
import type { Reading } from "#desk/port/copy.ts";
import { splitAtEnd } from "./end-mark.ts";
import { readBehind, takeFooters } from "./footer.ts";
import type { HeaderField } from "./header-line.ts";
import { leftOut } from "./left-out.ts";
import { oneStory, quarantine } from "./quarantine.ts";
import { splitTags } from "./tags.ts";
import { takeHeaders } from "./wire-text.ts";

/**
 * Copy from paragraphs whose markup has been read. The lines that wire copy has above and below its
 * story are taken off here too; a field that the markup states counts before one of them.
 */
export function readStory(
  format: string,
  paragraphs: readonly string[],
  stated: Partial<CopyFields & CopyLists>,
): Reading {
  const above: Partial<Record<HeaderField, string>> = {};
  const { story: inside, behind } = splitAtEnd(paragraphs);
  const below = takeHeaders(inside, above).filter((text) => text.trim() !== "");
  const story = takeFooters(below, above);
  readBehind(behind, above);
  const { tags: tagLine, ...fields } = above;
  const copy = copyOf(format, story, {
    ...{ ...fields, tags: splitTags(tagLine ?? "") },
    ...withoutNull(stated),
  });
  const lines = paragraphs.flatMap((text) => text.split("\n"));
  const asides = leftOut(lines, story, [copy.title, copy.subheadline]);
  return storyOrOrder({
    ...{ ...copy, ...noticesOf(fields, stated) },
    asides: [...copy.asides, ...asides],
  });
}

/** Copy without a story is taken in where it says what becomes of one: an order needs no text. */
export function storyOrOrder(copy: Copy): Reading {
  return copy.body.trim() !== "" || isTextlessOrder(copy) ? oneStory(copy) : withoutStory(copy);
}

/** Its heading is told to the files beside it: a cover note may be one line, "EMBARGOED UNTIL 9 MAY". */
function withoutStory(copy: Copy): Reading {
  const said = joined("\n", copy.title, ...copy.asides.map(({ text }) => text));
  return said === null ? quarantine(NO_STORY) : { ok: false, reason: NO_STORY, said };
}

/** Says whether copy without a text kills, withdraws or holds what it names, by the rules that every format shares. */
export function isTextlessOrder(copy: Copy): boolean {
  return isBareOrder({ ...readStatus(copy), body: copy.body });
}

/** Why copy that is neither a story nor an order is not taken in. */
export const NO_STORY = "There is no story in this file, only its heading; put the text below it.";

type Notices = Pick<CopyFields, "status" | "editorNote">;

/**
 * A notice above a story holds beside what the fields state: most agencies send "(Corrects the toll)"
 * and "EDS: Please disregard" in an item whose status is still `usable`.
 */
function noticesOf(above: Partial<Notices>, stated: Partial<Notices>): Notices {
  const [notice, status] = [above.status ?? null, stated.status ?? null];
  const says = !isEmbargoedStatus(status) && readStatusField(status).length === 0;
  const overruled = says && notice !== null;
  return {
    status: overruled ? notice : (status ?? notice),
    editorNote: joined(
      "\n",
      stated.editorNote ?? null,
      above.editorNote ?? null,
      overruled || status === null ? null : notice,
    ),
  };
}

/** Texts with something between them, without those that are missing or blank; `null` where all are. */
export function joined(between: string, ...texts: readonly (string | null)[]): string | null {
  const kept = texts.filter((text) => text !== null && text.trim() !== "");
  return kept.length === 0 ? null : kept.join(between);
}

/** What the markup leaves open, a line above the story may state. */
function withoutNull(stated: Partial<CopyFields & CopyLists>): Partial<CopyFields & CopyLists> {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null));
}
