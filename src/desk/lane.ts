import type { Platform } from "#core/digest/subscription.ts";

/**
 * So many lanes hold everything that processes divide between them: files by their paths, places by their addresses. Many more
 * than there are processes, so that each has about as much to do.
 */
export const LANES = 256;

/** FNV-1a, 32 bits (draft-eastlake-fnv). */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** The lane of a path or of a place: the same in every process. */
export function laneOf(name: string): number {
  return hash(name) % LANES;
}

/** The lane of a place: one process at a time makes its editions. */
export function laneOfPlace({ platform, address }: Place): number {
  return laneOf(`${platform}:${address}`);
}

export interface Place {
  readonly platform: Platform;
  readonly address: string;
}

/**
 * The lanes of one of several workers, by rendezvous (Thaler and Ravishankar, 1998): each lane goes to whoever bids most for
 * it and has not had his share yet. So all have as many, and where one comes or goes few lanes change hands but its own.
 * @param workers their numbers, none twice
 */
export function lanesOf(workers: readonly number[], own: number): ReadonlySet<number> {
  const most = Math.ceil(LANES / Math.max(1, workers.length));
  const had = new Map(workers.map((worker) => [worker, 0]));
  const lanes = new Set<number>();
  for (let lane = 0; lane < LANES; lane += 1) {
    const free = workers.filter((worker) => (had.get(worker) ?? 0) < most);
    const winner = highestBidder(free, lane);
    had.set(winner, (had.get(winner) ?? 0) + 1);
    if (winner === own) lanes.add(lane);
  }
  return lanes;
}

function highestBidder(workers: readonly number[], lane: number): number {
  let winner = Number.NaN;
  let highest = -1;
  for (const worker of workers) {
    const bid = scatter(Math.imul(worker, PRIME) ^ lane);
    if (bid < highest || (bid === highest && worker > winner)) continue;
    [winner, highest] = [worker, bid];
  }
  return winner;
}

function hash(text: string): number {
  let hashed = OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    hashed = Math.imul(hashed ^ byte, PRIME) >>> 0;
  }
  return scatter(hashed);
}

/** The last step of MurmurHash3 (Appleby, 2011): what differs in one bit differs in all. */
function scatter(bits: number): number {
  let hashed = bits;
  hashed = Math.imul(hashed ^ (hashed >>> 16), 0x85ebca6b);
  hashed = Math.imul(hashed ^ (hashed >>> 13), 0xc2b2ae35);
  return (hashed ^ (hashed >>> 16)) >>> 0;
}
