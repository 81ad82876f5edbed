/** What a process does with a token that other processes may use as well. */
export interface Part {
  /** Whether it is the one that posts. */
  readonly posts: boolean;
  /** Whether it is the one that holds the gateway. */
  readonly connects: boolean;
  /** Nobody else is at work. */
  readonly isAlone: boolean;
}

/** Calls that may be under way at a time: of whoever answers readers and editors, and asks for what they may do. */
const ANSWERING = 2;
/** Of whoever does neither: it warns the admins of its own machine at most. */
const ASIDE = 1;

/**
 * How many of the calls that a token allows a process leaves to the others: nearly all of them are posts, and one process posts.
 * @param most that are allowed
 */
export function leftToOthers({ posts, connects, isAlone }: Part, most: number): number {
  if (isAlone) return 0;
  if (posts) return connects ? ASIDE : ANSWERING + ASIDE;
  return most - (connects ? ANSWERING : ASIDE);
}
