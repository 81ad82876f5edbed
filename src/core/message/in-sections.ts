import type { Edition, Item } from "#core/digest/edition.ts";
import { titleCase } from "./say.ts";

/** An edition of more items opens with what is in it, and names its sections above them. */
const FEW = 5;

/** Says whether an edition has so many items that its readers look for theirs. */
export function isLong(items: readonly Item[]): boolean {
  return items.length > FEW;
}

/**
 * Items of one section together, sections in the order of their best item: the order of worth is kept otherwise, so
 * that the lead stays the first.
 */
export function inSections(items: readonly Item[]): readonly Item[] {
  return [...Map.groupBy(items, keyOf).values()].flat();
}

/** The items of an edition as they stand in it: by section, or where an editor has set their order, in that. */
export function itemsAsRead({
  items,
  arranged = false,
}: Pick<Edition, "items" | "arranged">): readonly Item[] {
  return arranged ? items : inSections(items);
}

/** What items without a section stand under, where others stand before them. */
const NO_SECTION = "Other news";

/**
 * The name that stands above each of these items; `null` above all but the first of a section. In a short edition, where
 * no two items are of one section, and where one comes back behind another, each says its section itself.
 */
export function headsOf(items: readonly Item[]): readonly (string | null)[] | null {
  const groups = Map.groupBy(items, keyOf);
  const stand = [...groups].some(([key, group]) => key !== null && group.length > 1);
  if (!isLong(items) || !stand || comesBack(items)) return null;
  return items.map((item, index) => {
    const before = items[index - 1];
    if (before !== undefined && keyOf(before) === keyOf(item)) return null;
    const { section } = item.filed.article;
    if (section !== null) return titleCase(section);
    return index === 0 ? null : NO_SECTION;
  });
}

/** An editor has set items of another section between those of one. */
function comesBack(items: readonly Item[]): boolean {
  return inSections(items).some((item, index) => item !== items[index]);
}

function keyOf({ filed }: Item): string | null {
  return filed.article.section?.trim().toLowerCase() ?? null;
}
