import type { ArticleId } from "#core/article/article.ts";
import type { Group } from "./group.ts";

/**
 * For how long an editor keeps an article out of a place: out of its `next` edition, after which it waits for the one
 * that follows; `past`, it was kept out of the last one, and does not go at once instead; for `good`.
 */
export type LeftOutUntil = "next" | "past" | "good";

/** That an editor keeps an article out of a place. */
export interface LeftOut {
  /** Who, by the name that people know. */
  readonly by: string;
  readonly until: LeftOutUntil;
}

/** In which order an editor wants the next edition of a place. */
export interface WishedOrder {
  readonly by: string;
  /** The first of them first, none twice. */
  readonly ids: readonly ArticleId[];
}

/** What editors want of the next edition of a place, beside what its rules choose. */
export interface Wishes {
  /** `null`: the usual one. */
  readonly order: WishedOrder | null;
  readonly leftOut: ReadonlyMap<ArticleId, LeftOut>;
}

export const NO_WISHES: Wishes = { order: null, leftOut: new Map() };

/** What is said of an article that an editor keeps out of the next edition, and of one that is kept out for good. */
export function leftOutRule({ by, until }: LeftOut): string {
  return until === "good"
    ? `${by} has left it out of this channel for good`
    : `${by} has left it out of the next edition: it waits for the one after that`;
}

/**
 * Stories in the order that an editor has set. What has come since stands where it would have stood anyhow, and the
 * others take the places that are left, in their order: a wish moves nothing that its editor has not seen.
 *
 * @param groups the most important first
 */
export function inWishedOrder<Of extends Pick<Group, "lead" | "others">>(
  groups: readonly Of[],
  order: WishedOrder | null,
): readonly Of[] {
  if (order === null) return groups;
  const placeOf = new Map(order.ids.map((id, index) => [id, index]));
  const placed = groups.flatMap((group) => {
    const place = placeIn(group, placeOf);
    return place === null ? [] : [{ group, place }];
  });
  const wished = new Set(placed.map(({ group }) => group));
  const inTurn = placed.toSorted((one, other) => one.place - other.place).values();
  return groups.map((group) => (wished.has(group) ? (inTurn.next().value?.group ?? group) : group));
}

/** Says whether an editor has placed a story. */
export function isPlaced(
  group: Pick<Group, "lead" | "others">,
  order: WishedOrder | null,
): boolean {
  return order !== null && placeIn(group, new Map(order.ids.map((id) => [id, 0]))) !== null;
}

/** By the first of its reports that is named: another one may tell the story by now. */
function placeIn(
  { lead, others }: Pick<Group, "lead" | "others">,
  placeOf: ReadonlyMap<ArticleId, number>,
): number | null {
  const places = [lead, ...others].flatMap(({ filed }) => placeOf.get(filed.article.id) ?? []);
  return places.length === 0 ? null : Math.min(...places);
}
