import { laneOf, laneOfPlace, lanesOf, type Place } from "./lane.ts";

/** What there is to do in a newsroom; a process does all of it, or what it was started for. */
export const DUTIES = ["intake", "editions", "delivery", "front"] as const;
/**
 * `intake`: reads copy and files it · `editions`: places stories, makes editions, corrections and notices · `delivery`: posts,
 * one of them for all · `front`: answers readers and editors on the platforms.
 */
export type Duty = (typeof DUTIES)[number];

/** A process at work, by its shift. */
export interface OnDuty {
  /** Counts shifts: whoever has begun earlier has a lower one. */
  readonly token: number;
  /** By what people know it. */
  readonly owner: string;
  readonly duties: readonly Duty[];
  /** For how long it has been at work, in milliseconds. */
  readonly age: number;
}

/** Who is at work on one store, as a process saw it last. */
export interface Roster {
  readonly own: number;
  readonly all: readonly OnDuty[];
}

/** What of a newsroom's work is a process's own at this moment: others may do the rest. */
export interface Share {
  has(duty: Duty): boolean;
  /** Whether it does what one process does for all. */
  leads(duty: Duty): boolean;
  /** Whether a file, by its path, is its own. */
  hasFile(path: string): boolean;
  /** Whether a place is its own to make editions for. */
  hasPlace(place: Place): boolean;
  /** Who else is at work. */
  readonly others: readonly OnDuty[];
}

/** Of who is alone with its store. */
export const WHOLE: Share = {
  ...{ has: () => true, leads: () => true, hasFile: () => true, hasPlace: () => true },
  others: [],
};

/**
 * Milliseconds after which a newcomer has its share: the others, who hear of it every two seconds, have left off by
 * then. It begins itself later than they leave off, so that two do not do the same at once.
 */
export const LEFT_TO_AFTER = 5_000;
export const BEGINS_AFTER = 8_000;

/** What falls to a process. Whoever has been at work longest has its share at once. */
export function shareOf({ own, all }: Roster): Share {
  const duties = all.find(({ token }) => token === own)?.duties ?? [];
  const intake = ownLanes(all, own, "intake");
  const editions = ownLanes(all, own, "editions");
  return {
    has: (duty) => duties.includes(duty),
    leads: (duty) => leaderOf(all, duty) === own,
    hasFile: (path) => intake.has(laneOf(path)),
    hasPlace: (place) => editions.has(laneOfPlace(place)),
    others: all.filter(({ token }) => token !== own),
  };
}

function ownLanes(all: readonly OnDuty[], own: number, duty: Duty): ReadonlySet<number> {
  const workers = counted(all, own, duty);
  return workers.includes(own) ? lanesOf(workers, own) : new Set();
}

function counted(all: readonly OnDuty[], own: number, duty: Duty): readonly number[] {
  const leader = leaderOf(all, duty);
  return all.flatMap(({ token, duties, age }) => {
    const settled = age >= (token === own ? BEGINS_AFTER : LEFT_TO_AFTER);
    return duties.includes(duty) && (settled || token === leader) ? token : [];
  });
}

/** The one that has been at work longest. */
function leaderOf(all: readonly OnDuty[], duty: Duty): number | null {
  const tokens = all.flatMap(({ token, duties }) => (duties.includes(duty) ? token : []));
  return tokens.length === 0 ? null : Math.min(...tokens);
}
